//@ edition: 2018
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver
//@ check-pass

// A path is that of a type or a trait wherever there is one: `Fn(A) -> B` is what it was. A module
// is none.

#![feature(return_type_notation)]
#![allow(bare_trait_objects, nonstandard_style, dead_code)]

fn Fn(_: u8) -> u8 {
    0
}
fn sugar(f: &Fn(u16) -> u32, g: Box<dyn Fn(u16) -> u32>, h: impl Fn(u16) -> u32) -> u32 {
    f(1) + g(2) + h(3)
}

mod module {
    pub fn f() {}
}
fn module(_: u8) -> u8 {
    0
}
type OfModule = module(u8);
type InModule = module::f();
const _: fn(OfModule, InModule) -> u8 = |x: u8, (): ()| x;

fn elided_is_like_fn(f: &Fn(&u8) -> &u8) {
    let _: &for<'a> Fn(&'a u8) -> &'a u8 = f;
}

fn main() {}
