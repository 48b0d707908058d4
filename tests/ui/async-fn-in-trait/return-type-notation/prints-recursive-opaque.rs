//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// An opaque type whose bounds mention itself is printed in a finite number of words.

#![feature(return_type_notation)]

trait Tr<T> {}
impl<T> Tr<T> for u8 {}
trait Two<A, B> {}
impl<A, B> Two<A, B> for u8 {}

fn itself() -> impl Tr<itself()> {
    0u8
}
fn one() -> impl Two<other(), other()> {
    0u8
}
fn other() -> impl Two<one(), one()> {
    0u8
}

fn main() {
    let _: u8 = itself();
    //~^ ERROR mismatched types
    let _: u8 = one();
    //~^ ERROR mismatched types
}
