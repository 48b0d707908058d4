//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally
//@ aux-build: left_out_lib.rs

// A `dyn` type that leaves out an associated type has no impl that says what it is: no blanket
// impl, also if it would cover the `dyn` in another crate only, and no impl by way of a
// projection.

#![feature(async_fn_in_dyn_trait, return_type_notation, dyn_method_scope)]
#![allow(incomplete_features)]

extern crate left_out_lib;

use left_out_lib::{Key, ToDyn, Source as Foreign};

trait Marker {}

trait Source {
    type Item;
    fn next(&self) -> Self::Item;
}

impl<T: ?Sized + Marker> Source for T {
    type Item = &'static str;
    fn next(&self) -> &'static str {
        "the impl's"
    }
}

// This says another `Item`.
trait Sub: Source {
    type Item;
}

impl Marker for dyn Sub<Item = u8> {}
//~^ ERROR the trait `Sub` is not dyn compatible

trait Promising: Source {
    async fn next(&self) -> u8;
}

impl Marker for dyn Promising<next(..): Send> {}
//~^ ERROR the trait `Promising` is not dyn compatible

trait MarkedBy<M> {}

trait Other<M> {
    type Item;
    fn next(&self) -> Self::Item;
}

impl<M, T: ?Sized + MarkedBy<M>> Other<M> for T {
    type Item = &'static str;
    fn next(&self) -> &'static str {
        "the impl's"
    }
}

// `impl MarkedBy<Local> for DynOther<Local>` is another crate's to write.
pub type DynOther<M> = dyn Other<M>; //~ ERROR the trait `Other` is not dyn compatible

struct Local;

impl Foreign<Local> for <Key as ToDyn<Local>>::Dyn {
    //~^ ERROR is `dyn left_out_lib::Source<Local>`, for which nobody can implement
    type Item = &'static str;
    fn next(&self) -> &'static str {
        "the impl's"
    }
}

fn main() {}
