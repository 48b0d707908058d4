//! What can be said from the text alone: which traits and impls have `#[async_trait]`, and what is written
//! in its place.

use std::collections::BTreeSet;

use crate::edit::{Edit, whole_lines};
use crate::source::{Kind, View};

/// What a rewritten file is to get, and what was found in it.
#[derive(Default)]
pub struct Found {
    pub edits: Vec<Edit>,
    pub traits: usize,
    pub impls: usize,
    /// Place in the file, and why a person has to look at it.
    pub left: Vec<(usize, String)>,
}

/// One `#[async_trait]`.
struct Macro {
    /// What to take out of the file.
    edit: Edit,
    is_send: bool,
    condition: Option<String>,
}

enum Item {
    /// At this token of the name.
    Trait(usize),
    /// Of the trait of this name.
    Impl(String),
    Other,
}

/// Names of the traits in `view` that have the macro.
pub fn trait_names(view: &View) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for_each_item(view, "", |_, macros, item| {
        if let (false, Item::Trait(name)) = (macros.is_empty(), item) {
            names.insert(view.text(name).to_string());
        }
    });
    names
}

/// The other names that `view` imports things by: `use a::X as Y` is `X` and `Y`.
pub fn renames(view: &View) -> Vec<(String, String)> {
    let mut names = Vec::new();
    let mut i = 0;
    while i < view.tokens.len() {
        let end = if view.text(i) == "use" { view.find(i, &[";"]) } else { i };
        for i in (i..end).filter(|&i| view.text(i + 1) == "as") {
            names.push((view.text(i).to_string(), view.text(i + 2).to_string()));
        }
        // A `use` in brackets has its own turn.
        i += 1;
    }
    names
}

/// The edits for `view` of `file`, where `ported` are the traits that lose the macro.
pub fn rewrite(file: &str, view: &View, ported: &BTreeSet<String>, found: &mut Found) {
    let mut removed: Vec<(usize, usize)> = Vec::new();
    for_each_item(view, file, |first, macros, item| {
        if macros.is_empty() {
            return;
        }
        let at = view.tokens[first].start;
        match item {
            Item::Impl(name) if !ported.contains(&name) => {
                let why = format!(
                    "`{name}` is not a trait of this package: its own crate decides about the macro"
                );
                return found.left.push((at, why));
            }
            Item::Other => {
                let why = "`#[async_trait]` on what is neither a trait nor an impl".to_string();
                return found.left.push((at, why));
            }
            Item::Impl(_) => found.impls += 1,
            Item::Trait(name) => {
                found.traits += 1;
                let conditions: Vec<&str> = macros
                    .iter()
                    .filter(|m| m.is_send)
                    .filter_map(|m| m.condition.as_deref())
                    .collect();
                let both = macros.iter().any(|m| m.is_send) && macros.iter().any(|m| !m.is_send);
                if both && !conditions.is_empty() {
                    let condition = match &conditions[..] {
                        [one] => one.to_string(),
                        many => format!("any({})", many.join(", ")),
                    };
                    promise(file, view, first, name, Some(&condition), found);
                } else if macros.iter().any(|m| m.is_send) {
                    promise(file, view, first, name, None, found);
                }
            }
        }
        removed.extend(macros.iter().map(|m| (m.edit.start, m.edit.end)));
        found.edits.extend(macros.into_iter().map(|m| m.edit));
    });
    remove_imports(file, view, &removed, found);
}

/// Calls `f` with the first token of each item that has attributes, and the macros among these.
fn for_each_item(view: &View, file: &str, mut f: impl FnMut(usize, Vec<Macro>, Item)) {
    let mut i = 0;
    while i < view.tokens.len() {
        if !view.is(i, &["#", "["]) {
            i += 1;
            continue;
        }
        let first = i;
        let mut macros = Vec::new();
        while view.is(i, &["#", "["]) {
            let end = view.after_group(i + 1);
            macros.extend(macros_in(view, file, i, end));
            i = end;
        }
        f(first, macros, item(view, i));
    }
}

/// The macros in the attribute from token `start` to `end`, which is the macro or a `cfg_attr`.
fn macros_in(view: &View, file: &str, start: usize, end: usize) -> Vec<Macro> {
    let delete =
        |from: usize, to: usize| Edit::delete(view.tokens[from].start..view.tokens[to - 1].end);
    let whole = || {
        let edit = delete(start, end);
        let range = edit.start..edit.end;
        Edit::delete(if file.is_empty() { range } else { whole_lines(file, &view.code, range) })
    };
    let (inner, close) = (start + 2, end - 1);
    if let Some(is_send) = is_macro(view, inner, close) {
        return vec![Macro { edit: whole(), is_send, condition: None }];
    }
    if !view.is(inner, &["cfg_attr", "("]) {
        return Vec::new();
    }
    // `cfg_attr(CONDITION, ATTRIBUTE, ATTRIBUTE)`
    let close = close - 1;
    let mut parts = Vec::new();
    let mut from = inner + 2;
    while from < close {
        let to = view.find(from, &[","]).min(close);
        parts.push((from, to));
        from = to + 1;
    }
    let Some(((from, to), attributes)) = parts.split_first() else { return Vec::new() };
    // As written, with what the tokens leave out.
    let text = if file.is_empty() { &view.code } else { file };
    let condition = text[view.tokens[*from].start..view.tokens[to - 1].end].to_string();
    attributes
        .iter()
        .filter_map(|&(from, to)| {
            let edit = if attributes.len() == 1 { whole() } else { delete(from - 1, to) };
            Some(Macro {
                edit,
                is_send: is_macro(view, from, to)?,
                condition: Some(condition.clone()),
            })
        })
        .collect()
}

/// Is this `async_trait`, by any path, and does it ask for `Send`?
fn is_macro(view: &View, mut i: usize, end: usize) -> Option<bool> {
    while view.is(i, &[":", ":"]) || view.is(i + 1, &[":", ":"]) {
        i += if view.text(i) == ":" { 2 } else { 1 };
    }
    if view.text(i) != "async_trait" {
        return None;
    }
    if i + 1 == end {
        return Some(true);
    }
    view.is(i + 1, &["(", "?", "Send"]).then_some(false)
}

/// What the item is whose first token after the attributes is `i`.
fn item(view: &View, mut i: usize) -> Item {
    loop {
        match view.text(i) {
            "pub" if view.text(i + 1) == "(" => i = view.after_group(i + 1),
            // `$vis trait`, in a macro.
            "$" => i += 2,
            "pub" | "unsafe" | "default" => i += 1,
            "trait" => return Item::Trait(i + 1),
            "impl" => break,
            _ => return Item::Other,
        }
    }
    i += 1;
    if view.text(i) == "<" {
        i = view.after_angles(i);
    }
    let mut name = String::new();
    while i < view.tokens.len() && !matches!(view.text(i), "for" | "{" | ";") {
        if view.text(i) == "<" {
            i = view.after_angles(i);
            continue;
        }
        if view.tokens[i].kind == Kind::Word {
            name = view.text(i).to_string();
        }
        i += 1;
    }
    if view.text(i) == "for" { Item::Impl(name) } else { Item::Other }
}

/// The trait whose name is token `name` promises what the macro did: that its futures are `Send`.
fn promise(
    file: &str,
    view: &View,
    first: usize,
    name: usize,
    condition: Option<&str>,
    found: &mut Found,
) {
    let mut i = name + 1;
    if view.text(i) == "<" {
        i = view.after_angles(i);
    }
    let bounds = i;
    let body = view.find(bounds, &["{"]);
    let end = view.after_group(body);
    let methods = methods(view, body + 1, end);
    if methods.is_empty() {
        return;
    }
    // Other macros can't parse `async Send`, but what is written out in full.
    let by_method = has_other_macros(view, first);
    for method in methods.iter().filter(|method| by_method || method.is_generic) {
        method.promise(file, view, condition, found);
    }
    if by_method || methods.iter().all(|m| m.is_generic) {
        return add_alias(view, end, condition, found);
    }

    let word = if condition.is_some() { "MaybeSend" } else { "Send" };
    if view.text(bounds) == ":" {
        // `Send` among the bounds becomes `async Send`, which says that as well.
        let mut i = bounds + 1;
        while i < body && view.text(i) != "where" {
            let to = view.find(i, &["+", "where", "{"]);
            if condition.is_none() && to == i + 1 && view.text(i) == "Send" {
                return found.edits.push(Edit::insert(view.tokens[i].start, "async "));
            }
            i = to + usize::from(view.text(to) == "+");
        }
        let is_empty = matches!(view.text(bounds + 1), "where" | "{");
        let plus = if is_empty { "" } else { " +" };
        found.edits.push(Edit::insert(view.tokens[bounds].end, format!(" async {word}{plus}")));
    } else {
        found.edits.push(Edit::insert(view.tokens[bounds - 1].end, format!(": async {word}")));
    }

    add_alias(view, end, condition, found);
}

/// `MaybeSend` for `condition`, after the trait that token `end` follows.
fn add_alias(view: &View, end: usize, condition: Option<&str>, found: &mut Found) {
    let Some(condition) = condition else { return };
    let inner = condition.strip_prefix("not(").and_then(|rest| rest.strip_suffix(')'));
    // `not(a), any(b)` is not one `not`.
    let otherwise = match inner.filter(|inner| !inner.contains(')')) {
        Some(inner) => inner.to_string(),
        None => format!("not({condition})"),
    };
    let alias = format!(
        "\n\n#[cfg({condition})]\npub trait MaybeSend = Send;\n#[cfg({otherwise})]\npub trait MaybeSend =;"
    );
    // Once in a file: where it is not, the compiler says so.
    if !found.edits.iter().any(|edit| edit.text == alias) {
        found.edits.push(Edit::insert(view.tokens[end - 1].end, alias));
    }
}

/// Are there attributes, from token `i` on, that may be macros and see the bounds of the trait?
fn has_other_macros(view: &View, mut i: usize) -> bool {
    let builtin = [
        "allow",
        "async_trait",
        "cfg",
        "cfg_attr",
        "clippy",
        "deny",
        "deprecated",
        "diagnostic",
        "doc",
        "expect",
        "must_use",
        "rustfmt",
        "warn",
    ];
    while view.is(i, &["#", "["]) {
        let is_macro = is_macro(view, i + 2, view.after_group(i + 1) - 1).is_some();
        if !is_macro && !builtin.contains(&view.text(i + 2)) {
            return true;
        }
        i = view.after_group(i + 1);
    }
    false
}

struct Method {
    /// Its `async`.
    start: usize,
    /// Where its parameters end, and the `;` or `{` after it.
    parameters_end: usize,
    end: usize,
    /// Has parameters other than lifetimes, or where-clauses: `async Send` does not cover it.
    is_generic: bool,
}

fn methods(view: &View, mut i: usize, end: usize) -> Vec<Method> {
    let mut methods = Vec::new();
    while i < end {
        if view.text(i) == "async" && view.is(i + 1, &["fn"]) {
            methods.push(method(view, i, i + 1));
        } else if view.is(i, &["async", "unsafe", "fn"]) {
            methods.push(method(view, i, i + 2));
        }
        i = if matches!(view.text(i), "{" | "(" | "[") { view.after_group(i) } else { i + 1 };
    }
    methods
}

fn method(view: &View, start: usize, keyword: usize) -> Method {
    let mut i = keyword + 2;
    let mut is_generic = false;
    if view.text(i) == "<" {
        let end = view.after_angles(i);
        // `'a, 'b` is covered; `T` is not, nor is `'a: 'b`.
        is_generic =
            (i + 1..end - 1).any(|i| view.tokens[i].kind == Kind::Word || view.text(i) == ":");
        i = end;
    }
    let parameters_end = view.after_group(i);
    is_generic |= (i..parameters_end).any(|i| view.text(i) == "impl");
    let end = view.find(parameters_end, &["{", ";"]);
    let clauses = view.find(parameters_end, &["where", "{", ";"]);
    if view.text(clauses) == "where" {
        let is_sized = view.is(clauses + 1, &["Self", ":", "Sized"]) && end <= clauses + 5;
        is_generic |= !is_sized;
    }
    Method { start, parameters_end, end, is_generic }
}

impl Method {
    /// Where `async Send` can't be written, or says nothing of a method with type parameters, the method says it itself:
    /// `fn get<T>(&self) -> impl Future<Output = T> + Send`.
    fn promise(&self, file: &str, view: &View, condition: Option<&str>, found: &mut Found) {
        let send = if condition.is_some() { "MaybeSend" } else { "Send" };
        let start = view.tokens[self.start].start;
        found.edits.push(Edit::delete(start..view.tokens[self.start + 1].start));
        let clauses = view.find(self.parameters_end, &["where", "{", ";"]);
        let from = view.tokens[self.parameters_end - 1].end;
        let (output, to) = if clauses > self.parameters_end {
            let output = view.tokens[self.parameters_end + 2].start;
            let to = view.tokens[clauses - 1].end;
            (&file[output..to], to)
        } else {
            ("()", from)
        };
        let text = format!(" -> impl ::core::future::Future<Output = {output}> + {send}");
        found.edits.push(Edit { start: from, end: to, text });
        if view.text(self.end) == "{" {
            let close = view.after_group(self.end) - 1;
            found.edits.push(Edit::insert(view.tokens[self.end].end, " async move {"));
            found.edits.push(Edit::insert(view.tokens[close].start, "} "));
        }
    }
}

/// Imports of the macro, if nothing in `view` uses it any more.
fn remove_imports(file: &str, view: &View, removed: &[(usize, usize)], found: &mut Found) {
    let mut imports = Vec::new();
    let mut i = 0;
    while i < view.tokens.len() {
        if view.text(i) == "use"
            && (i == 0 || matches!(view.text(i - 1), ";" | "{" | "}" | "]" | "pub" | ")"))
        {
            let end = view.find(i, &[";"]);
            let names: Vec<usize> = (i..end).filter(|&n| is_leaf(view, n)).collect();
            let is_public = i > 0 && matches!(view.text(i - 1), "pub" | ")");
            match names[..] {
                [name] if is_public => {
                    let why =
                        "the macro is re-exported: users of this crate may need it".to_string();
                    found.left.push((view.tokens[name].start, why));
                }
                [name] => imports.push((i, end, name)),
                _ => {}
            }
            i = end;
        } else if view.text(i) == "async_trait" {
            let at = view.tokens[i].start;
            if !removed.iter().any(|&(start, end)| start <= at && at < end) {
                return;
            }
        }
        i += 1;
    }
    for (start, end, name) in imports {
        let edit = remove_import(file, view, start, end, name);
        found.edits.push(edit);
    }
}

/// Is token `i` of a `use` the name of the macro that it imports?
fn is_leaf(view: &View, i: usize) -> bool {
    view.text(i) == "async_trait" && matches!(view.text(i + 1), ";" | "," | "}")
}

fn remove_import(file: &str, view: &View, mut start: usize, end: usize, name: usize) -> Edit {
    let in_group = matches!(view.text(name + 1), "," | "}") || matches!(view.text(name - 1), ",");
    // The path that the name ends: `async_trait::async_trait`.
    let mut path = name;
    while path > start + 3
        && view.is(path - 2, &[":", ":"])
        && view.tokens[path - 3].kind == Kind::Word
    {
        path -= 3;
    }
    let alone = !in_group || view.text(path - 1) == "{" && view.text(name + 1) == "}";
    if alone {
        // With its attributes: `#[cfg(feature = "async")]`.
        while start > 0 && view.text(start - 1) == "]" {
            let open = (0..start)
                .rev()
                .find(|&i| view.is(i, &["#", "["]) && view.after_group(i + 1) == start);
            let Some(open) = open else { break };
            start = open;
        }
        return Edit::delete(whole_lines(
            file,
            &view.code,
            view.tokens[start].start..view.tokens[end].end,
        ));
    }
    let (from, to) = if view.text(name + 1) == "," {
        let next = view.tokens.get(name + 2).map_or(view.tokens[name + 1].end, |t| t.start);
        (view.tokens[path].start, next)
    } else {
        (view.tokens[path - 2].end, view.tokens[name].end)
    };
    // `use mobc::{async_trait, Manager};` needs no braces any more.
    let open = (start..path).rev().find(|&i| view.text(i) == "{").unwrap();
    let close = view.after_group(open) - 1;
    let rest: Vec<usize> = (open + 1..close).filter(|&i| i < path || i > name).collect();
    let names: Vec<usize> = rest.into_iter().filter(|&i| view.text(i) != ",").collect();
    let commas = (open + 1..close).filter(|&i| view.text(i) == ",").count();
    let nested = names.iter().any(|&i| matches!(view.text(i), "{" | "self"));
    if commas - usize::from(view.text(close - 1) == ",") == 1 && !nested {
        let kept = &file[view.tokens[names[0]].start..view.tokens[*names.last().unwrap()].end];
        let range = view.tokens[open].start..view.tokens[close].end;
        return Edit { start: range.start, end: range.end, text: kept.to_string() };
    }
    Edit::delete(from..to)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::apply;
    use crate::source::views;

    fn ported(file: &str) -> (String, Vec<String>) {
        let views = views(file);
        let names = views.iter().flat_map(trait_names).collect();
        let mut found = Found::default();
        for view in &views {
            rewrite(file, view, &names, &mut found);
        }
        (apply(file, &found.edits), found.left.into_iter().map(|(_, why)| why).collect())
    }

    #[track_caller]
    fn becomes(before: &str, after: &str) {
        assert_eq!(ported(before), (after.to_string(), vec![]));
    }

    #[test]
    fn traits_and_impls() {
        becomes(
            "use async_trait::async_trait;\nuse x;\n\n/// Doc\n#[async_trait]\npub trait A {\n    async fn f(&self);\n}\n\
             #[async_trait]\nimpl<T: B<u8>> A for X<T> {\n    async fn f(&self) {}\n}\n",
            "use x;\n\n/// Doc\npub trait A: async Send {\n    async fn f(&self);\n}\n\
             impl<T: B<u8>> A for X<T> {\n    async fn f(&self) {}\n}\n",
        );
        becomes(
            "#[async_trait::async_trait] trait A { async fn f(); }",
            "trait A: async Send { async fn f(); }",
        );
        becomes("#[::async_trait::async_trait]\ntrait A { fn f(); }", "trait A { fn f(); }");
        becomes(
            "#[doc = \"#[async_trait]\"]\nfn f() { \"#[async_trait]\" }",
            "#[doc = \"#[async_trait]\"]\nfn f() { \"#[async_trait]\" }",
        );
    }

    #[test]
    fn bounds() {
        let with = |head: &str| format!("{head} {{ async fn f(&self); }}");
        for (before, after) in [
            ("trait A: B", "trait A: async Send + B"),
            ("trait A: B + Send + Sync", "trait A: B + async Send + Sync"),
            ("trait A<T: Send>", "trait A<T: Send>: async Send"),
            (
                "trait A<T = fn() -> u8>: B<T>\nwhere\n    T: Send",
                "trait A<T = fn() -> u8>: async Send + B<T>\nwhere\n    T: Send",
            ),
            ("trait A where Self: B", "trait A: async Send where Self: B"),
            ("pub(crate) unsafe trait A:", "pub(crate) unsafe trait A: async Send"),
        ] {
            becomes(&with(&format!("#[async_trait]\n{before}")), &with(after));
            becomes(&with(&format!("#[async_trait(?Send)]\n{before}")), &with(before));
        }
    }

    #[test]
    fn conditions() {
        becomes(
            "#[cfg_attr(not(a = \"b\"), async_trait)]\n#[cfg_attr(a = \"b\", async_trait(?Send))]\npub trait A: B { async fn f(); }\n",
            "pub trait A: async MaybeSend + B { async fn f(); }\n\n#[cfg(not(a = \"b\"))]\npub trait MaybeSend = Send;\n\
             #[cfg(a = \"b\")]\npub trait MaybeSend =;\n",
        );
        becomes(
            "#[cfg_attr(x, y, async_trait)]\ntrait A { fn f(); }",
            "#[cfg_attr(x, y)]\ntrait A { fn f(); }",
        );
        becomes(
            "#[cfg_attr(x, async_trait)]\ntrait A { async fn f(); }",
            "trait A: async Send { async fn f(); }",
        );
    }

    #[test]
    fn generic_methods_promise_it_themselves() {
        becomes(
            "#[async_trait]\ntrait A {\n    async fn f<T>(&self, t: T) -> Vec<T>\n    where\n        T: Send;\n}",
            "trait A {\n    fn f<T>(&self, t: T) -> impl ::core::future::Future<Output = Vec<T>> + Send\n    where\n        T: Send;\n}",
        );
        becomes(
            "#[async_trait]\ntrait A { async fn f(&self, g: impl B) { g().await } async fn h<'a>(&'a self) where Self: Sized; }",
            "trait A: async Send { fn f(&self, g: impl B) -> impl ::core::future::Future<Output = ()> + Send \
             { async move { g().await } } async fn h<'a>(&'a self) where Self: Sized; }",
        );
    }

    #[test]
    fn imports() {
        let attribute = "#[async_trait]\ntrait A { fn f(); }\n";
        for (before, after) in [
            ("use m::{async_trait, M};\n", "use m::M;\n"),
            ("use m::{L, async_trait, M};\n", "use m::{L, M};\n"),
            ("use m::{L, M, async_trait};\n", "use m::{L, M};\n"),
            ("use {std::io, async_trait::async_trait};\n", "use std::io;\n"),
            ("#[cfg(feature = \"async\")]\nuse async_trait::async_trait;\n", ""),
            ("use async_trait::async_trait as a;\n", "use async_trait::async_trait as a;\n"),
        ] {
            becomes(&format!("{before}{attribute}"), &format!("{after}trait A {{ fn f(); }}\n"));
        }
    }

    #[test]
    fn other_macros_see_no_async_send() {
        becomes(
            "#[rpc]\n#[async_trait]\n#[auto_impl(Arc)]\ntrait A: Send { async fn f(&self); }",
            "#[rpc]\n#[auto_impl(Arc)]\ntrait A: Send { fn f(&self) -> impl ::core::future::Future<Output = ()> + Send; }",
        );
    }

    #[test]
    fn finds_renames() {
        let view = &views("use a::{b::{X as Y, Z}, C as _}; fn f() { 1 as u8; }")[0];
        let names = renames(view);
        let names: Vec<_> = names.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        assert_eq!(names, [("X", "Y"), ("C", "_")]);
    }

    #[test]
    fn examples_in_docs() {
        becomes(
            "//! ```\n//! # use m::async_trait;\n//! #[async_trait]\n//! trait A { async fn f(); }\n//! ```\n",
            "//! ```\n//! trait A: async Send { async fn f(); }\n//! ```\n",
        );
    }

    #[test]
    fn what_is_left() {
        let file =
            "pub use async_trait::async_trait;\n#[async_trait]\nimpl tonic::Greeter for X {}\n";
        let (after, left) = ported(file);
        assert_eq!(after, file);
        assert_eq!(left.len(), 2);
        assert!(left.iter().any(|why| why.contains("`Greeter`")), "{left:?}");
        assert!(left.iter().any(|why| why.contains("re-exported")), "{left:?}");
    }
}
