// A plain impl of a trait that has `#[async_trait]`, which is often in another crate: the attribute
// is what is missing.

//@ edition: 2024
//@ aux-build: of-async-trait.rs
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

#![feature(named_return_types)]

extern crate of_async_trait;

use of_async_trait::Db;

struct Memory;

impl Db for Memory {
    async fn get(&self) -> u8 {
        //~^ ERROR lifetime parameters
        1
    }
}

fn main() {}
