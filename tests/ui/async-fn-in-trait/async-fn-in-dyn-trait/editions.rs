//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ revisions: e2018 e2021 e2024
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// Every edition that has `async`: what a future captures, and so what its `dyn` lives as long as,
// is the same in all of them.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

extern crate run_ready;

use std::boxed::Boxing;
use std::future::Future;

use run_ready::run;

trait Fetch {
    async fn fetch(&self, key: &str) -> String;
    fn with_future<'a>(&'a self, key: &'a str) -> impl Future<Output = String> + 'a;
}

struct Upper;
impl Fetch for Upper {
    async fn fetch(&self, key: &str) -> String {
        key.to_uppercase()
    }
    fn with_future<'a>(&'a self, key: &'a str) -> impl Future<Output = String> + 'a {
        self.fetch(key)
    }
}

fn main() {
    let fetch: Box<dyn Fetch> = Boxing::new(Box::new(Upper));
    let key = String::from("key");
    assert_eq!(run(fetch.fetch(&key)), "KEY");
    assert_eq!(run(fetch.with_future(&key)), "KEY");
}
