//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// An own impl for the `dyn` type would stand beside the one that it has anyway.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

trait Fetch {
    async fn fetch(&self) -> u32;
}
impl Fetch for dyn Fetch {
//~^ ERROR the object type `(dyn Fetch + 'static)` automatically implements the trait `Fetch`
    async fn fetch(&self) -> u32 {
        1
    }
}

trait Sub: Fetch {}
impl Fetch for dyn Sub {
//~^ ERROR the object type `(dyn Sub + 'static)` automatically implements the trait `Fetch`
    async fn fetch(&self) -> u32 {
        1
    }
}

fn main() {}
