//@ run-pass
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs

// An impl whose `#[refine]`d method returns a future of a pointer's size is a `dyn` without an
// adapter, and those who know the impl rely on its type.

#![feature(async_fn_in_dyn_trait, refine)]
#![allow(async_fn_in_trait, incomplete_features)]

extern crate run_ready;

use std::pin::Pin;

pub trait Fetch {
    async fn fetch(&mut self, id: u32) -> u32;
}

pub struct HttpFetch;

impl Fetch for HttpFetch {
    #[refine]
    fn fetch(&mut self, id: u32) -> Pin<Box<impl Future<Output = u32> + Send>> {
        Box::pin(async move { id + 1 })
    }
}

fn is_send<T: Send + Unpin>(value: T) -> T {
    value
}

fn main() {
    let mut fetch = HttpFetch;
    assert_eq!(run_ready::run(is_send(fetch.fetch(1))), 2);
    let fetch: &mut dyn Fetch = &mut fetch;
    assert_eq!(run_ready::run(fetch.fetch(2)), 3);
}
