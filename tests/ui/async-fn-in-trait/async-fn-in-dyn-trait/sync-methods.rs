//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// Other methods beside those that return futures, before, between and after them in the vtable.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

extern crate run_ready;

use std::boxed::Boxing;

use run_ready::run;

trait Mixed {
    fn first(&self) -> u32;
    async fn second(&self) -> u32;
    fn third(&mut self, by: u32);
    async fn fourth(&mut self, by: u32) -> u32;
    fn fifth(self: Box<Self>) -> String;
    fn static_function() -> u32
    where
        Self: Sized;
    async fn sixth(&self) {}
    fn boxed_future<'a>(&'a self) -> std::pin::Pin<Box<dyn Future<Output = u32> + 'a>>;
}

struct Value(u32);
impl Mixed for Value {
    fn first(&self) -> u32 {
        self.0
    }
    async fn second(&self) -> u32 {
        self.0 + 1
    }
    fn third(&mut self, by: u32) {
        self.0 += by;
    }
    async fn fourth(&mut self, by: u32) -> u32 {
        self.third(by);
        self.0
    }
    fn fifth(self: Box<Self>) -> String {
        format!("was {}", self.0)
    }
    fn static_function() -> u32 {
        6
    }
    fn boxed_future<'a>(&'a self) -> std::pin::Pin<Box<dyn Future<Output = u32> + 'a>> {
        Box::pin(self.second())
    }
}

fn main() {
    let mut value: Box<dyn Mixed> = Boxing::new(Box::new(Value(1)));
    assert_eq!(value.first(), 1);
    assert_eq!(run(value.second()), 2);
    value.third(10);
    assert_eq!(run(value.fourth(100)), 111);
    run(value.sixth());
    assert_eq!(run(value.boxed_future()), 112);
    assert_eq!(value.fifth(), "was 111");
    assert_eq!(Value::static_function(), 6);
}
