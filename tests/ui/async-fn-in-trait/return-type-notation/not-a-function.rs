//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// Only functions can be called in types.

#![feature(return_type_notation)]
#![allow(dead_code)]

struct TupleStruct(u8);
enum Enum {
    Variant(u8),
}
const CONSTANT: fn(u8) -> u8 = |x| x;
static STATIC: fn(u8) -> u8 = |x| x;
mod module {}
macro_rules! a_macro {
    () => {};
}
trait Tr {
    type Assoc;
    const CONST: u8;
    fn function() -> u8;
}

type A = unknown(u8);
//~^ ERROR cannot find function `unknown` in this scope
type B = module::unknown(u8);
//~^ ERROR cannot find function `unknown` in module `module`
type C = TupleStruct(u8);
//~^ ERROR parenthesized type parameters may only be used with a `Fn` trait
//~| ERROR struct takes 0 generic arguments but 1 generic argument was supplied
type D = Enum::Variant(u8);
//~^ ERROR expected type, found variant `Enum::Variant`
type E = CONSTANT(u8);
//~^ ERROR expected function, found constant `CONSTANT`
type F = STATIC(u8);
//~^ ERROR expected function, found static `STATIC`
type G = module(u8);
//~^ ERROR expected function, found module `module`
type H = a_macro(u8);
//~^ ERROR expected function, found macro `a_macro`
type I = u8::unknown(u8);
//~^ ERROR ambiguous associated function
type J = unknown::<u8>(..);
//~^ ERROR cannot find function `unknown` in this scope
type K = Unknown(u8);
//~^ ERROR cannot find type `Unknown` in this scope

fn in_trait<T: Tr>(
    _: T::unknown(u8),
    //~^ ERROR associated function `unknown` not found for `T`
    _: T::Assoc(u8),
    //~^ ERROR what calling a value of type `<T as Tr>::Assoc` returns is not known
    _: <T as Tr>::CONST(u8),
    //~^ ERROR expected function, found associated constant `Tr::CONST`
    _: <T as Tr>::unknown(u8),
    //~^ ERROR cannot find method or associated constant `unknown` in trait `Tr`
) {
    let local = |x: u8| x;
    let _: local(u8) = 0;
    //~^ ERROR expected function, found local variable `local`
}
fn constraint<T: Tr<unknown(u8): Send>>() {}
//~^ ERROR associated function `unknown` not found for `Tr`

fn main() {}
