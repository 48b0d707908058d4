// A promise of a method that two supertraits have is ambiguous. That is all there is to say: what
// is asked of the `dyn` then does not matter.

//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally
//@ edition: 2024

#![feature(async_fn_in_dyn_trait, return_type_notation)]
#![allow(incomplete_features)]

use std::boxed::Boxing;

trait Fetch<T> {
    async fn fetch(&self, it: T) -> u8;
}

trait Two: Fetch<u8> + Fetch<u16> {}

struct Source;

impl<T> Fetch<T> for Source {
    async fn fetch(&self, _: T) -> u8 {
        1
    }
}

impl Two for Source {}

fn is_send<T: Send>(_: T) {}

fn both(two: &dyn Two<fetch(..): Send>) { //~ ERROR ambiguous associated function `fetch`
    is_send(<_ as Fetch<u8>>::fetch(two, 1));
    is_send(<_ as Fetch<u16>>::fetch(two, 1));
}

fn main() {
    both(Boxing::new(&Source));
}
