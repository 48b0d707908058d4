//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// An output that only the implementor's own type fixes.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

trait Other {
    type Out;
}
trait Fetch {
    type Item;
    async fn own(&self) -> Self::Item;
    async fn of_another(&self) -> <Self as Other>::Out
    where
        Self: Other;
}
fn fetch(_: &dyn Fetch<Item = u8>) {}
//~^ ERROR the trait `Fetch` is not dyn compatible
trait Missing {
    type Item;
    async fn own(&self) -> Self::Item;
}
fn missing(_: &dyn Missing) {}
//~^ ERROR the value of the associated type `Item` in `Missing` must be specified

fn main() {}
