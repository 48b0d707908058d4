//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ aux-build: wait_once.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// Methods that an impl takes from the trait, some of which call others, through the type itself.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

extern crate run_ready;
extern crate wait_once;

use std::boxed::Boxing;

use run_ready::run;
use wait_once::wait_once;

trait Fetch {
    async fn fetch(&mut self, id: u32) -> u32;
    async fn fetch_twice(&mut self, id: u32) -> (u32, u32) {
        wait_once().await;
        (self.fetch(id).await, self.fetch(id).await)
    }
    fn fetch_first(&mut self) -> impl Future<Output = u32> {
        self.fetch(1)
    }
    fn name(&self) -> String {
        String::from("default")
    }
    async fn describe(&self) -> String {
        wait_once().await;
        format!("a {}", self.name())
    }
}

struct Adder(u32);
impl Fetch for Adder {
    async fn fetch(&mut self, id: u32) -> u32 {
        wait_once().await;
        self.0 += id;
        self.0
    }
}

struct Doubler;
impl Fetch for Doubler {
    async fn fetch(&mut self, id: u32) -> u32 {
        2 * id
    }
    async fn fetch_twice(&mut self, id: u32) -> (u32, u32) {
        (id, 2 * id)
    }
    fn name(&self) -> String {
        String::from("doubler")
    }
}

fn main() {
    let mut adder = Adder(0);
    let adder: &mut dyn Fetch = Boxing::new(&mut adder);
    assert_eq!(run(adder.fetch_twice(2)), (2, 4));
    assert_eq!(run(adder.fetch_first()), 5);
    assert_eq!(run(adder.describe()), "a default");

    let mut doubler: Box<dyn Fetch> = Boxing::new(Box::new(Doubler));
    assert_eq!(run(doubler.fetch_twice(2)), (2, 4));
    assert_eq!(run(doubler.fetch_first()), 2);
    assert_eq!(run(doubler.describe()), "a doubler");
}
