//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally
//@ check-pass

// Who says that a type is no adapter does not make it one.

#![feature(async_fn_in_dyn_trait, negative_impls, refine)]
#![allow(incomplete_features)]

use std::future::FutureAdapter;
use std::pin::Pin;

trait Fetch {
    async fn fetch(&self);
}
struct HttpFetch;
impl !FutureAdapter for HttpFetch {}
impl Fetch for HttpFetch {
    #[refine]
    fn fetch(&self) -> Pin<Box<impl Future<Output = ()>>> {
        Box::pin(async {})
    }
}

fn main() {
    let _: &dyn Fetch = &HttpFetch;
}
