// Whether a future has a pointer's size does not depend on the where-clauses about lifetimes in
// scope.

//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally
//@ edition: 2024
//@ run-pass

#![feature(async_fn_in_dyn_trait, refine)]
#![allow(incomplete_features)]

use std::future::{Ready, ready};
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

trait Fetch {
    async fn fetch(&self) -> u8;
}

struct Holder<T>(T);

impl<T> Fetch for Holder<T> {
    #[refine]
    fn fetch(&self) -> Pin<Box<Ready<u8>>> {
        Box::pin(ready(1))
    }
}

fn as_dyn<'a, T: 'a>(it: &'a Holder<T>) -> &'a (dyn Fetch + 'a) {
    it
}

fn main() {
    let text = String::from("a");
    let holder = Holder(&text);
    let future = pin!(as_dyn(&holder).fetch());
    assert_eq!(future.poll(&mut Context::from_waker(Waker::noop())), Poll::Ready(1));
}
