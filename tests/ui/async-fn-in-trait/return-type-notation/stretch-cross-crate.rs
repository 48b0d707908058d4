//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver
//@ aux-build: lends.rs

// As in `stretch.rs` and `stretch-nested.rs`, where the functions are those of a crate that has no
// gate.

#![feature(return_type_notation, named_return_types)]

extern crate lends;

use lends::{Lend, stretch};

type Lent<'l, 's> = lends::lend(&'l &'s str);
fn by_call<'s>(s: &'s str) -> &'static str {
    stretch(None::<Lent<'static, 's>>, s)
    //~^ ERROR lifetime may not live long enough
}
type Nested<'l, 's> = <lends::nested(&'l &'s str) as Iterator>::Item;
fn by_nested<'s>(s: &'s str) -> &'static str {
    let stretch = |none: Option<Nested<'static, 's>>| stretch(none, s);
    //~^ ERROR borrowed data escapes outside of function
    stretch(None)
}
type OfImpl<'l, 's> = <&'s str as Lend>::lend<'l, 'l>;
fn by_name<'s>(s: &'s str) -> &'static str {
    let stretch = |none: Option<OfImpl<'static, 's>>| stretch(none, s);
    //~^ ERROR borrowed data escapes outside of function
    stretch(None)
}

fn main() {}
