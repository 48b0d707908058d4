//@ revisions: e2015 e2018 e2021
//@ [e2015] edition: 2015
//@ [e2018] edition: 2018
//@ [e2021] edition: 2021
//@ [e2018] check-pass
//@ [e2021] check-pass

// In edition 2015 there is no `async`. In all later ones there is.

#![feature(async_auto_trait_bounds)]

use std::future::Future;

trait Database {
    fn get(&self) -> impl Future<Output = u8>;
}
fn assert_send<T: Send>(_: T) {}
fn f<D: Database + async Send>(d: D) {
    //[e2015]~^ ERROR `async` trait bounds are only allowed in Rust 2018 or later
    assert_send(d.get());
}

fn main() {}
