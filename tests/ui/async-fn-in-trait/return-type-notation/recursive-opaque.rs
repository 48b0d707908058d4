//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// A function's opaque type may be mentioned where it is defined, as long as it does not contain
// itself.

#![feature(return_type_notation)]

use std::fmt::Debug;

fn in_own_bounds() -> impl PartialEq<in_own_bounds()> {
    0u8
}
fn in_own_body(depth: u8) -> impl Debug {
    if depth > 0 {
        let deeper: in_own_body(u8) = in_own_body(depth - 1);
        let _ = deeper;
    }
    depth
}
async fn awaits_itself() {
    //~^ ERROR recursion in an async fn requires boxing
    let future: awaits_itself() = awaits_itself();
    future.await
}
fn each_other(x: u8) -> impl Debug {
    let _: Option<other(u8)> = None;
    x
}
fn other(x: u8) -> impl Debug {
    let _: Option<each_other(u8)> = None;
    x
}

fn main() {}
