// A call is the end of a path.

//@ edition: 2024
//@ revisions: current next
//@ [next] compile-flags: -Znext-solver=globally

#![feature(return_type_notation)]
#![allow(incomplete_features)]

struct S<T>(T);
fn make<T>() -> Option<T> {
    None
}
mod m {}

type A = S::<u8>(u8)::Item;
//~^ ERROR parenthesized type parameters may only be used with a `Fn` trait
//~| ERROR ambiguous associated type
type B = S::<u8>(..)::Item;
//~^ ERROR return type notation not allowed in this position yet
//~| ERROR ambiguous associated type
type C = m::<u8>(u8)::make();
//~^ ERROR cannot find function `make` in module `m`
type D = make::<u8>()::Item;
//~^ ERROR cannot find module or crate `make` in this scope
type E = <S::<u8>(u8) as Iterator>::Item;
//~^ ERROR expected function, found tuple struct `S`

fn main() {}
