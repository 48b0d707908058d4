//@ edition: 2024
//@ compile-flags: -Zunpretty=hir
//@ check-pass

// What is printed can be read back.

#![feature(return_type_notation)]

trait Fetch {
    fn fetch(x: u8) -> u8;
    fn other<T>(x: T) -> T;
}
fn identity<T>(x: T) -> T {
    x
}
fn make<T>() -> Option<T> {
    None
}
type A = identity(u8);
type B = make::<Option<u8>>();
type C = Vec::<u8>::with_capacity(usize);
fn bounds<F: Fetch<fetch(u8): Send, other::<u8>(..): Send>>()
where
    F::fetch(..): Send,
    <F as Fetch>::fetch(u8): Send,
    make::<F>(..): Send,
{
}

fn main() {}
