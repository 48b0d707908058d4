//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A promise needs the gate of its syntax, too.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

trait Fetch {
    async fn fetch(&self);
}

fn notation(_: &dyn Fetch<fetch(..): Send>) {}
//~^ ERROR return type notation is experimental
fn name(_: &dyn Fetch<fetch: Send>) {}
//~^ ERROR naming the type that `fetch` returns is experimental

fn main() {}
