// A method that takes `self` by value can't be called through a `dyn`; the message has a way out.

//@ edition: 2024
//@ revisions: current next
//@ [next] compile-flags: -Znext-solver=globally

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

trait Close {
    async fn ping(&self);
    async fn close(self) -> u8;
}
fn close(_: &dyn Close) {} //~ ERROR the trait `Close` is not dyn compatible

fn main() {}
