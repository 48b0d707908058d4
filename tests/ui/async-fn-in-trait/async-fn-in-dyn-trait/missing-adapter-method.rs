//@ run-rustfix
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// The suggestion in a method's argument, with the adapter imported already.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features, dead_code)]

use std::boxed::Boxing;

trait Fetch {
    async fn fetch(&self, id: u32) -> u32;
    async fn another(&self) {}
}
impl Fetch for u8 {
    async fn fetch(&self, id: u32) -> u32 {
        id
    }
}

struct Client;
impl Client {
    fn run(&self, _: &dyn Fetch) {}
    fn run_boxed(&self, _: Box<dyn Fetch + Send>) {}
}

fn main() {
    Client.run(&1_u8);
    //~^ ERROR the type `u8` cannot be converted to a `dyn Fetch` without an adapter
    Client.run_boxed(Box::new(1_u8));
    //~^ ERROR the type `u8` cannot be converted to a `dyn Fetch + Send` without an adapter
    Client.run(Boxing::new(&1_u8));
}
