//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// A turbofish gives all type and const parameters or none, and lifetimes where a call could.

#![feature(return_type_notation)]

fn two<A, B>(_: A) -> (A, B) {
    panic!()
}
fn late<'a, T>(_: &'a T) -> &'a T {
    panic!()
}
fn early<'a: 'a, T: 'a>(_: &'a T) -> &'a T {
    panic!()
}
fn constant<const N: usize>() -> [u8; N] {
    [0; N]
}

type Right = (
    two::<u8, u16>(u8),
    late::<u8>(&'static u8),
    early::<'static, u8>(&'static u8),
    early::<u8>(&'static u8),
    constant::<3>(),
    constant::<{ 1 + 2 }>(),
);
const _: fn() -> Right = || ((0, 0), &0, &0, &0, [0; 3], [0; 3]);

type TooFew = two::<u8>(u8);
//~^ ERROR function takes 2 generic arguments but 1 generic argument was supplied
type TooMany = late::<u8, u8>(&'static u8);
//~^ ERROR function takes 1 generic argument but 2 generic arguments were supplied
type LateBound = late::<'static, u8>(&'static u8);
//~^ ERROR cannot specify lifetime arguments explicitly if late bound lifetime parameters are present
type NotTheArgument = two::<u8, u16>(u32);
//~^ ERROR mismatched types
type Constraint = two::<u8, Item = u8>(u8);
//~^ ERROR associated item constraints are not allowed here
type Kind = constant::<u8>();
//~^ ERROR type provided when a constant was expected
type Module = std::<u8>::mem::size_of::<u8>();
//~^ ERROR type arguments are not allowed on crate `std`
fn opaque<'a>(_: late::<impl Sized>(&'a u8)) {}
//~^ ERROR `impl Trait` is not allowed in paths

fn main() {}
