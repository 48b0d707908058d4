//@ run-pass
//@ aux-build: ../../../named-return-types/auxiliary/run_ready.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A `dyn` type some of whose futures have no size: the others need an adapter, or have the size of
// a pointer.

#![feature(async_fn_in_dyn_trait, return_type_notation, dyn_placement)]
#![feature(refine)]
#![allow(incomplete_features)]

extern crate run_ready;

use std::boxed::Boxing;
use std::future::{Ready, dyn_box, ready};
use std::pin::Pin;

use run_ready::run;

trait Fetch {
    async fn fetch(&self, id: u32) -> u32;
    async fn other(&self) -> u32;
}

struct Echo;

impl Fetch for Echo {
    async fn fetch(&self, id: u32) -> u32 {
        id
    }
    async fn other(&self) -> u32 {
        5
    }
}

struct Small;

impl Fetch for Small {
    async fn fetch(&self, id: u32) -> u32 {
        id * 2
    }
    #[refine]
    fn other(&self) -> Pin<Box<Ready<u32>>> {
        Box::pin(ready(10))
    }
}

async fn all(f: &dyn Fetch<fetch(..): ?Sized>) -> u32 {
    dyn_box!(f.fetch(1)).await + f.other().await
}

fn main() {
    assert_eq!(run(all(Boxing::from_ref(&Echo))), 6);
    assert_eq!(run(all(&Small)), 12);
}
