// An impl that still has `#[async_trait]`, of a trait that has no need of it any more: the
// attribute is what has to go.

//@ edition: 2024
//@ proc-macro: old-async-trait.rs
//@ revisions: current next
//@ [next] compile-flags: -Znext-solver=globally
//@ run-rustfix

#![feature(named_return_types)]
#![allow(dead_code, unused_imports)]

extern crate old_async_trait;

use old_async_trait::async_trait;

trait Db {
    async fn get(&self) -> u8;
}

struct Memory;

#[async_trait] //~ ERROR lifetime parameters
impl Db for Memory {
    async fn get(&self) -> u8 {
        1
    }
}

fn main() {}
