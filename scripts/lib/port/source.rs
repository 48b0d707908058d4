//! Rust source as tokens, with comments, strings and characters left out. Nothing moves: a token's place is
//! its place in the file, also for the code that is in doc comments.

use std::ops::Range;

#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Kind {
    Word,
    Lifetime,
    Sign,
}

#[derive(Clone, Copy, Debug)]
pub struct Token {
    pub kind: Kind,
    pub start: usize,
    pub end: usize,
}

/// Code of one file, or of one example in its documentation.
pub struct View {
    /// As long as the file. What is not this code is spaces.
    pub code: String,
    pub tokens: Vec<Token>,
}

impl View {
    fn new(code: String) -> View {
        let tokens = tokens(&code);
        View { code, tokens }
    }

    /// The text of token `i`, or nothing after the last.
    pub fn text(&self, i: usize) -> &str {
        self.tokens.get(i).map_or("", |t| &self.code[t.start..t.end])
    }

    pub fn is(&self, i: usize, texts: &[&str]) -> bool {
        texts.iter().enumerate().all(|(n, text)| self.text(i + n) == *text)
    }

    /// The token after the bracket that closes the one at `i`, for any of `([{`.
    pub fn after_group(&self, mut i: usize) -> usize {
        let mut depth = 0;
        while i < self.tokens.len() {
            match self.text(i) {
                "(" | "[" | "{" => depth += 1,
                ")" | "]" | "}" => depth -= 1,
                _ => {}
            }
            i += 1;
            if depth <= 0 {
                break;
            }
        }
        i
    }

    /// The token after the `>` that closes the `<` at `i`.
    pub fn after_angles(&self, mut i: usize) -> usize {
        let mut depth = 0;
        while i < self.tokens.len() {
            match self.text(i) {
                "<" => depth += 1,
                ">" if !self.is_arrow_head(i) => depth -= 1,
                "(" | "[" | "{" => {
                    i = self.after_group(i);
                    continue;
                }
                _ => {}
            }
            i += 1;
            if depth == 0 {
                break;
            }
        }
        i
    }

    /// The first token from `i` on that is one of `texts`, outside of all brackets.
    pub fn find(&self, mut i: usize, texts: &[&str]) -> usize {
        while i < self.tokens.len() && !texts.contains(&self.text(i)) {
            i = match self.text(i) {
                "<" => self.after_angles(i),
                "(" | "[" | "{" => self.after_group(i),
                _ => i + 1,
            };
        }
        i
    }

    /// Is the `>` at `i` that of `->` or `=>`?
    fn is_arrow_head(&self, i: usize) -> bool {
        i > 0
            && self.tokens[i - 1].end == self.tokens[i].start
            && matches!(self.text(i - 1), "-" | "=")
    }
}

/// The code of a Rust file, then that of each Rust example in its doc comments.
pub fn views(file: &str) -> Vec<View> {
    let (code, docs) = without_comments(file);
    let mut views = vec![View::new(code)];
    let mut lines: Vec<(usize, usize)> = Vec::new();
    let mut last = 0;
    for doc in docs {
        // A run of doc comments ends at the first thing between them.
        if !file[last..doc.start].trim().is_empty() {
            views.extend(examples(file, &std::mem::take(&mut lines)));
        }
        lines.push((doc.start + 3, doc.end));
        last = doc.end;
    }
    views.extend(examples(file, &lines));
    views
}

/// The code of each Rust example in a Markdown file.
pub fn markdown_views(file: &str) -> Vec<View> {
    let mut lines = Vec::new();
    let mut at = 0;
    for line in file.split_inclusive('\n') {
        lines.push((at, at + line.trim_end().len()));
        at += line.len();
    }
    examples(file, &lines)
}

/// Fenced blocks of Rust in `lines` of Markdown.
fn examples(file: &str, lines: &[(usize, usize)]) -> Vec<View> {
    let mut views = Vec::new();
    let mut open: Option<(&str, bool, Vec<u8>)> = None;
    for &(start, end) in lines {
        let line = &file[start..end];
        let content = line.trim_start();
        let indent = line.len() - content.len();
        match &mut open {
            None => {
                let fence = if content.starts_with("```") {
                    "```"
                } else if content.starts_with("~~~") {
                    "~~~"
                } else {
                    continue;
                };
                let info = content.trim_start_matches(['`', '~']);
                open = Some((fence, is_rust(info), blank(file)));
            }
            Some((fence, is_rust, code)) => {
                if content.starts_with(*fence) {
                    if *is_rust {
                        let code = String::from_utf8(std::mem::take(code)).unwrap();
                        views.push(View::new(without_comments(&code).0));
                    }
                    open = None;
                    continue;
                }
                // `# ` hides a line from the reader.
                let hidden = usize::from(content == "#" || content.starts_with("# "));
                let from = start + indent + hidden;
                if from < end {
                    code[from..end].copy_from_slice(&file.as_bytes()[from..end]);
                }
            }
        }
    }
    views
}

/// As rustdoc reads what follows the fence.
fn is_rust(info: &str) -> bool {
    info.split([',', ' ', '\t', '{', '}']).filter(|word| !word.is_empty()).all(|word| {
        matches!(
            word,
            "rust"
                | "no_run"
                | "should_panic"
                | "compile_fail"
                | "test_harness"
                | "standalone_crate"
        ) || word.starts_with("ignore")
            || word.starts_with("edition")
            || (word.len() == 5 && word.starts_with('E'))
    })
}

fn blank(file: &str) -> Vec<u8> {
    file.bytes().map(|b| if b == b'\n' { b'\n' } else { b' ' }).collect()
}

/// `file` with spaces for comments and literals, and where its doc comments `///` and `//!` are.
fn without_comments(file: &str) -> (String, Vec<Range<usize>>) {
    let bytes = file.as_bytes();
    let mut code = bytes.to_vec();
    let mut docs = Vec::new();
    let mut i = 0;
    while i < bytes.len() {
        let rest = &file[i..];
        let end = if rest.starts_with("//") {
            let end = i + rest.find('\n').unwrap_or(rest.len());
            if rest.starts_with("//!") || rest.starts_with("///") && !rest.starts_with("////") {
                docs.push(i..i + file[i..end].trim_end().len());
            }
            end
        } else if rest.starts_with("/*") {
            i + comment(rest)
        } else if let Some(length) = literal(rest) {
            i + length
        } else {
            let c = rest.chars().next().unwrap();
            // A whole word, so that the `r` of `for` begins no string.
            let word = rest.find(|c: char| !is_word(c)).unwrap_or(rest.len());
            i += if is_word(c) { word } else { c.len_utf8() };
            continue;
        };
        for b in &mut code[i..end] {
            if *b != b'\n' {
                *b = b' ';
            }
        }
        i = end;
    }
    (String::from_utf8(code).unwrap(), docs)
}

/// How long the block comment is that `text` begins with. They nest.
fn comment(text: &str) -> usize {
    let (mut depth, mut i) = (0, 0);
    while i < text.len() {
        if text.as_bytes()[i..].starts_with(b"/*") {
            depth += 1;
            i += 2;
        } else if text.as_bytes()[i..].starts_with(b"*/") {
            depth -= 1;
            i += 2;
            if depth == 0 {
                break;
            }
        } else {
            i += 1;
        }
    }
    i
}

/// How long the string or character is that `text` begins with.
fn literal(text: &str) -> Option<usize> {
    let prefix = ["br", "cr", "b", "c", "r", ""].iter().find(|prefix| {
        let rest = text.strip_prefix(**prefix);
        rest.is_some_and(|rest| {
            rest.starts_with('"')
                || prefix.ends_with('r') && rest.trim_start_matches('#').starts_with('"')
                || matches!(**prefix, "b" | "") && rest.starts_with('\'')
        })
    })?;
    let rest = &text[prefix.len()..];
    let body = if prefix.ends_with('r') {
        let hashes = rest.len() - rest.trim_start_matches('#').len();
        let close = format!("\"{}", "#".repeat(hashes));
        let open = hashes + 1;
        rest[open..].find(&close).map_or(rest.len(), |n| open + n + close.len())
    } else if rest.starts_with('"') {
        quoted(rest, '"')
    } else {
        let mut chars = rest[1..].chars();
        let first = chars.next()?;
        // `'a` is a lifetime, `'a'` is a character.
        if first != '\\' && chars.next() != Some('\'') {
            return None;
        }
        quoted(rest, '\'')
    };
    Some(prefix.len() + body)
}

fn quoted(text: &str, quote: char) -> usize {
    let mut chars = text.char_indices().skip(1);
    while let Some((i, c)) = chars.next() {
        if c == '\\' {
            chars.next();
        } else if c == quote {
            return i + 1;
        }
    }
    text.len()
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn tokens(code: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut i = 0;
    while let Some(c) = code[i..].chars().next() {
        let rest = &code[i + c.len_utf8()..];
        let more = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
        let (kind, length) = match c {
            _ if is_word(c) => (Kind::Word, c.len_utf8() + more),
            '\'' => (Kind::Lifetime, 1 + more),
            _ => (Kind::Sign, c.len_utf8()),
        };
        if !c.is_whitespace() {
            tokens.push(Token { kind, start: i, end: i + length });
        }
        i += length;
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(view: &View) -> String {
        (0..view.tokens.len()).map(|i| view.text(i)).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn leaves_out_comments_and_literals() {
        let file = r##"for /* a /* b */ c */ x in "#[async_trait]" { '"'; b'\''; r#"}"#; 'é'; &'a str } // d"##;
        let views = views(file);
        assert_eq!(views.len(), 1);
        assert_eq!(words(&views[0]), "for x in { ; ; ; ; & 'a str }");
        assert_eq!(views[0].code.len(), file.len());
    }

    #[test]
    fn finds_examples_in_docs() {
        let file = "//! Text\n//! ```\n//! # use a;\n//! f(\"é\"); // x\n//! ```\n\n/// ```text\n/// no\n/// ```\nfn f() {}\n\
                    /// ```no_run\n/// yes\n/// ```\nconst S: &str = \"\n/// ```\n/// string\n/// ```\n\";";
        let views = views(file);
        assert_eq!(views.len(), 3);
        assert_eq!(words(&views[1]), "use a ; f ( ) ;");
        assert_eq!(words(&views[2]), "yes");
        assert!(views.iter().all(|view| view.code.len() == file.len()));
        let token = views[2].tokens[0];
        assert_eq!(&file[token.start..token.end], "yes");
    }

    #[test]
    fn finds_examples_in_markdown() {
        let views = markdown_views("# Title\n```rust\nlet x = 1;\n```\n```sh\nls\n```\n");
        assert_eq!(views.len(), 1);
        assert_eq!(words(&views[0]), "let x = 1 ;");
    }

    #[test]
    fn matches_brackets() {
        let view = &views("a<B<C>, fn() -> D> where { e [ f ] }")[0];
        assert_eq!(view.text(view.after_angles(1)), "where");
        assert_eq!(view.find(0, &["{"]), view.tokens.len() - 6);
        assert_eq!(view.after_group(view.find(0, &["{"])), view.tokens.len());
    }
}
