//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver
//@ proc-macro: other_refine.rs

// With the gate, a macro of that name is ambiguous with the attribute, as with any other builtin
// one. A path to the macro is not.

#![feature(refine)]

extern crate other_refine;

use other_refine::refine;

#[other_refine::refine]
compile_error!("this is removed");

trait Fetch {
    fn fetch(&self) -> impl Sized;
}
impl Fetch for () {
    #[refine] //~ ERROR `refine` is ambiguous
    fn fetch(&self) {}
}

fn main() {}
