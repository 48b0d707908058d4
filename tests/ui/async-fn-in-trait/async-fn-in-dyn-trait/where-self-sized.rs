//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// What `where Self: Sized` leaves out of the `dyn`, it may be anything.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

extern crate run_ready;

use std::boxed::Boxing;
use std::fmt::Debug;

use run_ready::run;

trait Fetch {
    async fn fetch(&self, id: u32) -> u32;
    async fn generic<T: Debug>(&self, t: T) -> String
    where
        Self: Sized,
    {
        format!("{t:?} {}", self.fetch(0).await)
    }
    async fn by_value(self) -> Self
    where
        Self: Sized,
    {
        self
    }
    async fn no_receiver(id: u32) -> u32
    where
        Self: Sized,
    {
        id
    }
    async fn nested(&self) -> impl Debug
    where
        Self: Sized,
    {
        1
    }
    fn other(&self) -> impl Debug
    where
        Self: Sized;
}

struct Adder(u32);
impl Fetch for Adder {
    async fn fetch(&self, id: u32) -> u32 {
        self.0 + id
    }
    fn other(&self) -> impl Debug {
        "other"
    }
}

fn main() {
    let adder: &dyn Fetch = Boxing::new(&Adder(1));
    assert_eq!(run(adder.fetch(1)), 2);

    let adder = Adder(1);
    assert_eq!(run(adder.generic('c')), "'c' 1");
    assert_eq!(format!("{:?} {:?}", run(adder.nested()), adder.other()), "1 \"other\"");
    assert_eq!(run(Adder::no_receiver(3)), 3);
    assert_eq!(run(adder.by_value()).0, 1);
}
