//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// Types in messages are those that a person wrote.

#![feature(async_fn_in_dyn_trait, return_type_notation)]
#![allow(incomplete_features)]

use std::boxed::Boxing;

trait Fetch<T> {
    type Error;
    async fn fetch(&self, id: T) -> Result<u32, Self::Error>;
    async fn other(&self);
}

fn main() {
    let plain: Box<dyn Fetch<u8, Error = ()>> = panic!();
    let () = plain;
    //~^ ERROR mismatched types
    let promises: &'static (dyn Fetch<u8, Error = (), fetch(..): Send> + Send) = panic!();
    let () = promises;
    //~^ ERROR mismatched types
    let several: &'static dyn Fetch<u8, Error = (), fetch(..): Send + Sync, other(..): Send> =
        panic!();
    let () = several;
    //~^ ERROR mismatched types
    let () = promises.fetch(1);
    //~^ ERROR mismatched types
    let adapted = Boxing::new(&1);
    let () = adapted;
    //~^ ERROR mismatched types
    let future = promises.other();
    future.missing();
    //~^ ERROR no method named `missing` found for associated type `impl Future<Output = ()>
    let _: u8 = promises.fetch(1).poll();
    //~^ ERROR no method named `poll` found for associated type `impl Future<Output = Result<u32, ()>>
}
