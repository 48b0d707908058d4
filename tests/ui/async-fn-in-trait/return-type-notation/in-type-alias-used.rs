//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// Whoever uses a type alias shows what the opaque type asks for that a call in it returns.

#![feature(return_type_notation)]

use std::fmt::Debug;

struct NotDebug;
fn opaque<T: Debug>(_: T) -> impl Sized {}
fn lend<'a, T>(x: &'a T) -> impl Sized {
    x
}
type Opaque<T> = opaque(T);
type Lent<'a, T> = lend(&'a T);

struct NotMet(Opaque<NotDebug>);
//~^ ERROR `NotDebug` doesn't implement `Debug`
struct NotOutlived<'a, T>(Lent<'a, T>);
//~^ ERROR the parameter type `T` may not live long enough

fn main() {}
