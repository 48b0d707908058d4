//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// Nobody can implement the trait for a `dyn` type whose futures have no size.

#![feature(async_fn_in_dyn_trait, return_type_notation, dyn_placement)]
#![allow(incomplete_features)]

trait Fetch {
    async fn fetch(&self, id: u32) -> u32;
}

impl Fetch for dyn Fetch<fetch(..): ?Sized> {
    //~^ ERROR the object type `(dyn Fetch<fetch(..): ?Sized> + 'static)` automatically implements
    async fn fetch(&self, id: u32) -> u32 {
        id
    }
}

fn main() {}
