// A call in type position shortens no lifetimes, so the message must not be `&u8` and `&u8` alone.

//@ edition: 2024

#![feature(return_type_notation)]
#![allow(incomplete_features)]

fn pick<'a>(x: &'a u8, _: &'a u8) -> &'a u8 {
    x
}

fn elided(_: pick(&u8, &u8)) {} //~ ERROR mismatched types
fn named<'x, 'y>(_: pick(&'x u8, &'y u8)) {} //~ ERROR mismatched types

fn main() {}
