//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// The arguments have to be as many as the function takes, of types that can match.

#![feature(return_type_notation)]
#![allow(async_fn_in_trait)]

fn none() -> u8 {
    0
}
fn one(_: u32) -> u8 {
    0
}
fn two<A>(_: A, _: Vec<A>) -> u8 {
    0
}
fn array<const N: usize>(_: [u8; N], _: [u16; N]) {}
fn same<'a>(_: &'a u8, _: &'a u8) -> &'a u8 {
    panic!()
}
fn statics(_: &'static str) {}
fn pointer(_: fn(&u8) -> u8) {}
fn callback<T>(_: fn(T)) -> T {
    panic!()
}
unsafe extern "C" {
    fn variadic(_: u8, ...);
}
trait Fetch {
    async fn fetch(&mut self, id: u32) -> u32;
    fn get(&self) -> u8;
    fn new(id: u32) -> Self;
}
struct Inherent;
impl Inherent {
    fn method(&self, _: u8) {}
}

type TooMany = none(u8);
//~^ ERROR this function takes 0 arguments but 1 argument was supplied
type TooFew = two(u8);
//~^ ERROR this function takes 2 arguments but 1 argument was supplied
type NoReceiver = Inherent::method(u8);
//~^ ERROR this method takes 2 arguments but 1 argument was supplied
type Variadic = variadic();
//~^ ERROR this function takes at least 1 argument but 0 arguments were supplied
type Mismatch = one(&'static str);
//~^ ERROR mismatched types
type Constructor = two(u8, Option<u8>);
//~^ ERROR mismatched types
type Twice = two(u8, Vec<u16>);
//~^ ERROR mismatched types
type Constant = array([u8; 1], [u16; 2]);
//~^ ERROR mismatched types
type Lifetimes<'x, 'y> = same(&'x u8, &'y u8);
//~^ ERROR mismatched types
type NotStatic<'x> = statics(&'x str);
//~^ ERROR mismatched types
type Pointer = pointer(fn(u8) -> u8);
//~^ ERROR mismatched types
type BoundByPointer = callback(for<'a> fn(&'a u8));
//~^ ERROR mismatched types

fn in_bounds<'a, F: Fetch + 'a>()
where
    F::get(): Send,
    //~^ ERROR this method takes 1 argument but 0 arguments were supplied
    F::fetch(&'a mut F): Send,
    //~^ ERROR this method takes 2 arguments but 1 argument was supplied
    F::fetch(&'a F, u32): Send,
    //~^ ERROR mismatched types
    F: Fetch<new(u8): Sized>,
    //~^ ERROR mismatched types
    //~| ERROR mismatched types
    //~| ERROR mismatched types
    F: Fetch<new(): Sized>,
    //~^ ERROR this associated function takes 1 argument but 0 arguments were supplied
    //~| ERROR this associated function takes 1 argument but 0 arguments were supplied
    //~| ERROR this associated function takes 1 argument but 0 arguments were supplied
{
}

fn main() {
    let _: one(u8) = 0;
    //~^ ERROR mismatched types
    let _: one() = 0;
    //~^ ERROR this function takes 1 argument but 0 arguments were supplied
}
