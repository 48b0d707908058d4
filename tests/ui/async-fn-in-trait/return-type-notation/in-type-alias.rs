//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// A type alias has no bounds that a call in it could rely on. What depends on its parameters is
// asked for where the alias is used, as far as the type that is returned asks for it.

#![feature(return_type_notation)]

use std::fmt::Debug;

struct NotDebug;
fn show<T: Debug>(_: T) -> String {
    String::new()
}
fn opaque<T: Debug>(_: T) -> impl Sized {}
fn lend<'a, T>(x: &'a T) -> impl Sized {
    x
}

type Shown<T> = (*const T, show(T));
type Opaque<T> = opaque(T);
type Lent<'a, T> = lend(&'a T);
type LentTwice<'a, 'b> = lend(&'a &'b u8);
type Nothing<T> = (T, show(NotDebug));
//~^ ERROR `NotDebug` doesn't implement `Debug`

fn right<'a, T: Debug>(_: Shown<T>, _: Opaque<T>, _: Lent<'a, u8>, _: LentTwice<'a, 'static>) {}
fn not_asked_for(_: Shown<NotDebug>) {}

fn main() {}
