//@ aux-build: fetch.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// The same messages where the trait is another crate's.

extern crate fetch;

use std::rc::Rc;

use fetch::Store;

struct Value;

impl Store for Value {
    async fn put(&mut self, value: u32) -> u32 {
        value
    }
}

impl Store for Box<Value> { //~ ERROR conflicting implementations of trait `Store` for type `Box<Value>`
    async fn put(&mut self, value: u32) -> u32 {
        value
    }
}

fn store(_: impl Store) {}

fn main() {
    store(Rc::new(Value)); //~ ERROR the trait bound `Rc<Value>: Store` is not satisfied
}
