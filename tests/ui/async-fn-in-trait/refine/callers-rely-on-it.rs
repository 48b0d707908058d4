//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver
//@ run-pass
//@ aux-build: refined.rs
//@ aux-build: run_ready.rs

// Who knows the impl knows what it promises, in this crate and from another one.

#![feature(refine, named_return_types)]
#![deny(unused_attributes, refining_impl_trait)]

extern crate refined;
extern crate run_ready;

use std::future::{Ready, ready};
use std::pin::Pin;

use refined::{Fetch, Local};

struct Boxed;
impl Fetch for Boxed {
    #[refine]
    fn fetch(&self, id: u32) -> Pin<Box<dyn Future<Output = u32> + Send + '_>> {
        Box::pin(ready(id))
    }
    #[refine]
    fn items(&self) -> std::array::IntoIter<u32, 2> {
        [1, 2].into_iter()
    }
}

fn is_send<T: Send>(t: T) -> T {
    t
}

fn main() {
    // Neither is known to be `Send` in generic code.
    let fetched: Pin<Box<dyn Future<Output = u32> + Send + '_>> = Boxed.fetch(1);
    assert_eq!(run_ready::run(is_send(fetched)), 1);
    let fetched: Ready<u32> = Local.fetch(2);
    assert_eq!(is_send(fetched).into_inner(), 2);

    assert_eq!(Boxed.items().as_slice(), [1, 2]);
    let items = Local.items();
    assert_eq!(items.len(), 3);
    assert_eq!(items.clone().rev().next(), Some(2));

    // The type by its name is that very type.
    let named: <Local as Fetch>::fetch<'_> = ready(3);
    assert_eq!(named.into_inner(), 3);
}
