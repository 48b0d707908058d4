//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// `!Send` is not a promise, and least of all one of `Send`.

#![feature(async_fn_in_dyn_trait, return_type_notation)]
#![feature(negative_bounds)]
#![allow(incomplete_features)]

trait Fetch {
    async fn fetch(&self) -> u8;
}
trait Sub: Fetch<fetch(..): !Send> {}

fn of_dyn(_: &dyn Fetch<fetch(..): !Send>) {}
//~^ ERROR only auto traits can be promised of the futures of a `dyn` type
fn of_supertrait(_: &dyn Sub) {}
//~^ ERROR the trait `Sub` is not dyn compatible

fn main() {}
