//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// An opaque type need not capture all lifetimes of its function. A call that mentions one more than
// the type has is no problem as long as that lifetime does not relate others: what is returned may
// rely on that, and the type could not tell.

#![feature(return_type_notation)]

use std::borrow::Cow;

fn reference(_: &str) -> impl Sized + use<> {}
fn within<'a>(_: &Option<&str>, _: (Cow<'_, str>, Vec<&'a u8>)) -> impl Sized + use<> {}
fn early<'a: 'a>(_: &'a str) -> impl Sized + use<> {}
fn chain<'a, 'u, 'b>(_: &'u &'a u8, _: &'b &'u u8) -> impl Sized + use<'a, 'b> {}
struct Local<'a, T>(&'a T);
fn local<'u, 'a>(_: Local<'u, &'a u8>) -> impl Sized + use<'a> {}

struct Fine {
    reference: reference(&'static str),
    within: within(
        &'static Option<&'static str>,
        (Cow<'static, str>, Vec<&'static u8>),
    ),
    early: early(&'static str),
}
struct Refused<'x> {
    chain: chain(&'x &'x u8, &'x &'x u8),
    //~^ ERROR cannot name the type that `chain` returns
    local: local(Local<'x, &'x u8>),
    //~^ ERROR cannot name the type that `local` returns
}

fn main() {
    let _: reference(&str) = reference(&String::new());
}
