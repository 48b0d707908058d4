//! JSON as cargo writes it: enough to read messages and metadata.

#[derive(Debug, PartialEq)]
pub enum Json {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Json>),
    Map(Vec<(String, Json)>),
}

static NULL: Json = Json::Null;

impl Json {
    /// What is under `key`, or null.
    pub fn get(&self, key: &str) -> &Json {
        match self {
            Json::Map(pairs) => pairs.iter().find(|(k, _)| k == key).map_or(&NULL, |(_, v)| v),
            _ => &NULL,
        }
    }

    pub fn list(&self) -> &[Json] {
        if let Json::List(list) = self { list } else { &[] }
    }

    pub fn text(&self) -> &str {
        if let Json::Text(text) = self { text } else { "" }
    }

    pub fn number(&self) -> usize {
        if let Json::Number(number) = self { *number as usize } else { 0 }
    }

    pub fn is_true(&self) -> bool {
        *self == Json::Bool(true)
    }
}

/// The value at the start of `text`. `None` if it is not JSON.
pub fn parse(text: &str) -> Option<Json> {
    Parser { text, at: 0 }.value()
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
}

impl Parser<'_> {
    fn peek(&mut self) -> Option<u8> {
        let rest = &self.text[self.at..];
        self.at += rest.len() - rest.trim_start().len();
        self.text.as_bytes().get(self.at).copied()
    }

    fn take(&mut self, token: &str) -> Option<()> {
        self.peek()?;
        self.text[self.at..].starts_with(token).then(|| self.at += token.len())
    }

    fn value(&mut self) -> Option<Json> {
        Some(match self.peek()? {
            b'n' => self.take("null").map(|()| Json::Null)?,
            b't' => self.take("true").map(|()| Json::Bool(true))?,
            b'f' => self.take("false").map(|()| Json::Bool(false))?,
            b'"' => Json::Text(self.string()?),
            b'[' => Json::List(self.items("[", "]", Self::value)?),
            b'{' => Json::Map(self.items("{", "}", |p| {
                let key = p.string()?;
                p.take(":")?;
                Some((key, p.value()?))
            })?),
            _ => {
                let rest = &self.text[self.at..];
                let end = rest.find(|c: char| !"+-.eE0123456789".contains(c)).unwrap_or(rest.len());
                self.at += end;
                Json::Number(rest[..end].parse().ok()?)
            }
        })
    }

    fn items<T>(
        &mut self,
        open: &str,
        close: &str,
        item: impl Fn(&mut Self) -> Option<T>,
    ) -> Option<Vec<T>> {
        self.take(open)?;
        let mut items = Vec::new();
        if self.take(close).is_some() {
            return Some(items);
        }
        loop {
            items.push(item(self)?);
            if self.take(",").is_none() {
                return self.take(close).map(|()| items);
            }
        }
    }

    fn string(&mut self) -> Option<String> {
        self.take("\"")?;
        let mut out = String::new();
        let mut chars = self.text[self.at..].char_indices();
        while let Some((i, c)) = chars.next() {
            match c {
                '"' => {
                    self.at += i + 1;
                    return Some(out);
                }
                '\\' => match chars.next()?.1 {
                    'n' => out.push('\n'),
                    't' => out.push('\t'),
                    'r' => out.push('\r'),
                    'b' => out.push('\u{8}'),
                    'f' => out.push('\u{c}'),
                    'u' => {
                        let digits: String = chars.by_ref().take(4).map(|(_, c)| c).collect();
                        let unit = u32::from_str_radix(&digits, 16).ok()?;
                        // Half of a pair: cargo writes such characters as they are.
                        out.push(char::from_u32(unit).unwrap_or(char::REPLACEMENT_CHARACTER));
                    }
                    other => out.push(other),
                },
                other => out.push(other),
            }
        }
        None
    }
}

#[test]
fn reads_what_cargo_writes() {
    let json = parse(r#" {"a": [1, -2.5, null], "b": {"c": "x\n\"\u0041é"}, "d": true, "e": []} "#)
        .unwrap();
    assert_eq!(json.get("a").list()[0].number(), 1);
    assert_eq!(json.get("a").list()[2], Json::Null);
    assert_eq!(json.get("b").get("c").text(), "x\n\"Aé");
    assert!(json.get("d").is_true());
    assert!(json.get("e").list().is_empty());
    assert_eq!(json.get("nothing").get("there"), &Json::Null);
}

#[test]
fn refuses_what_is_not_json() {
    for text in ["", "{", "[1,", "\"x", "{\"a\" 1}", "nul", "Compiling x"] {
        assert_eq!(parse(text), None, "{text}");
    }
}
