//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// Nobody can say of a type that a future is like a pointer.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

use std::future::PointerLike;

struct Two(usize, usize);
impl<Future, Dyn: ?Sized> PointerLike<Future, Dyn> for Two {}
//~^ ERROR explicit impls for the `PointerLike` trait are not permitted

fn main() {}
