//@ run-pass
//@ aux-build: unsized_lib.rs
//@ aux-build: ../../../named-return-types/auxiliary/run_ready.rs
//@ edition: 2021
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A crate without gates holds such a `dyn`, lets others call it, and makes one by a library's
// function.

extern crate run_ready;
extern crate unsized_lib;

use std::future::Future;

use run_ready::run;
use unsized_lib::{Fetch, boxed, echo, generic};

struct Twice;

impl Fetch for Twice {
    fn fetch(&self, id: u32) -> impl Future<Output = u32> {
        std::future::ready([id, id]).map_to_sum()
    }
}

trait MapToSum {
    fn map_to_sum(self) -> impl Future<Output = u32>;
}

impl<F: Future<Output = [u32; 2]>> MapToSum for F {
    async fn map_to_sum(self) -> u32 {
        self.await.iter().sum()
    }
}

fn main() {
    let f = echo();
    assert_eq!(run(boxed(&*f, 3)), 3);
    assert_eq!(generic(&Twice), 8);
}
