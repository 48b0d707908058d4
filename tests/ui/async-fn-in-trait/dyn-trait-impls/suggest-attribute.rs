//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// Where a pointer to a `dyn` is passed to generic code, a trait of this crate is told the
// attribute that makes pointers implement it.

#![feature(async_fn_in_dyn_trait, dyn_trait_impls)]
#![allow(incomplete_features)]

trait Fetch {
    async fn fetch(&self, id: u32) -> String;
}

fn first(_: impl Fetch) {}

fn of_box(fetch: Box<dyn Fetch>) {
    first(fetch); //~ ERROR the trait bound `Box<dyn Fetch>: Fetch` is not satisfied
}

fn of_reference(fetch: &dyn Fetch) {
    first(fetch); //~ ERROR the trait bound `&dyn Fetch: Fetch` is not satisfied
}

// Nobody can put it on a trait of another crate.
fn copied<T: Copy>(_: T) {}

fn of_other_crate(value: Box<dyn ToString>) {
    copied(value); //~ ERROR the trait bound `Box<dyn ToString>: Copy` is not satisfied
}

fn main() {}
