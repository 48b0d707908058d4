//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// Where a `dyn` lacks an adapter, a refined implementation is the second way, if it is of this
// crate.

#![feature(async_fn_in_dyn_trait, refine)]
#![allow(incomplete_features)]

trait Fetch {
    async fn fetch(&self) -> u32;
}

struct HttpFetch;
impl Fetch for HttpFetch {
    async fn fetch(&self) -> u32 {
        1
    }
}
impl Fetch for Vec<u8> {
    async fn fetch(&self) -> u32 {
        1
    }
}

fn takes(_: &dyn Fetch) {}

fn main() {
    takes(&HttpFetch);
    //~^ ERROR the type `HttpFetch` cannot be converted to a `dyn Fetch` without an adapter
    takes(&vec![1_u8]);
    //~^ ERROR the type `Vec<u8>` cannot be converted to a `dyn Fetch` without an adapter
}
