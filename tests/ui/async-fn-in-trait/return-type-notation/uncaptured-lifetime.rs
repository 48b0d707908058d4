//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// An opaque type need not capture all lifetimes of its function. What an argument with such a
// lifetime says about the others is required of those: what is returned may rely on that.

#![feature(return_type_notation)]

use std::borrow::Cow;

fn reference(_: &str) -> impl Sized + use<> {}
fn within<'a>(_: &Option<&str>, _: (Cow<'_, str>, Vec<&'a u8>)) -> impl Sized + use<> {}
fn early<'a: 'a>(_: &'a str) -> impl Sized + use<> {}
fn chain<'a, 'u, 'b>(_: &'u &'a u8, _: &'b &'u u8) -> impl Sized + use<'a, 'b> {}
fn early_chain<'a, 'u: 'u, 'b>(_: &'u &'a u8, _: &'b &'u u8) -> impl Sized + use<'a, 'b> {}
struct Local<'a, T>(&'a T);
fn local<'u, 'a>(_: Local<'u, &'a u8>) -> impl Sized + use<'a> {}

type Chain<'a, 'u, 'b> = chain(&'u &'a u8, &'b &'u u8);
type EarlyChain<'a, 'u, 'b> = early_chain(&'u &'a u8, &'b &'u u8);
struct Fine<'x> {
    reference: reference(&'static str),
    within: within(
        &'static Option<&'static str>,
        (Cow<'static, str>, Vec<&'static u8>),
    ),
    early: early(&'static str),
    chain: chain(&'x &'x u8, &'x &'x u8),
    local: local(Local<'x, &'x u8>),
}
struct Shown<'a: 'b, 'b>(Chain<'a, 'b, 'b>, EarlyChain<'a, 'b, 'b>);
struct NotShown<'a, 'b>(Chain<'a, 'static, 'b>);
//~^ ERROR lifetime bound not satisfied
struct EarlyNotShown<'a, 'b>(EarlyChain<'a, 'static, 'b>);
//~^ ERROR lifetime bound not satisfied

fn main() {
    let _: reference(&str) = reference(&String::new());
}
