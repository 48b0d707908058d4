//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver
//@ aux-build: names-lends.rs

// As in `stretch-cross-crate.rs`, in a crate that has no gate, and takes the types from one that
// does.

extern crate names_lends;

use names_lends::{Lent, Nested, OfImpl, stretch, takes};

fn by_call<'s>(s: &'s str) -> &'static str {
    stretch(None::<Lent<'static, 's>>, s)
    //~^ ERROR lifetime may not live long enough
}
fn by_nested<'s>(s: &'s str) -> &'static str {
    let stretch = |none: Option<Nested<'static, 's>>| stretch(none, s);
    //~^ ERROR borrowed data escapes outside of function
    stretch(None)
}
fn by_name<'s>(s: &'s str) -> &'static str {
    let stretch = |none: Option<OfImpl<'static, 's>>| stretch(none, s);
    //~^ ERROR borrowed data escapes outside of function
    stretch(None)
}
fn by_argument<'s>(s: &'s str) -> &'static str {
    takes(None, s)
    //~^ ERROR lifetime may not live long enough
}
fn shorten<'l, 's: 'l>(s: &'s str) -> &'l str {
    takes(None, stretch(None::<Nested<'l, 's>>, s))
}

fn main() {}
