//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// What is no place is told what a place is, once.

#![feature(async_fn_in_dyn_trait, dyn_placement)]
#![allow(incomplete_features)]

use std::future::{Slot, dyn_in, dyn_try_in};

trait Fetch {
    async fn fetch(&mut self, id: u32) -> u32;
}

async fn sum(f: &mut dyn Fetch) -> u32 {
    let mut slot = Slot::<256>::new();
    dyn_in!(&mut slot, f.fetch(1)).await //~ ERROR `&mut Slot<256>` is no place for a future
}

async fn try_sum(f: &mut dyn Fetch, slot: Slot<64>) {
    let _ = dyn_try_in!(slot, f.fetch(1)); //~ ERROR `Slot<64>` is no place for a future
}

fn main() {}
