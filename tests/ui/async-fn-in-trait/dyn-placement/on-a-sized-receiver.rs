//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ aux-build: ../../async-fn-in-dyn-trait/auxiliary/wait_once.rs
//@ aux-build: ../../async-fn-in-dyn-trait/auxiliary/counting.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// On any receiver but a `dyn`, the future's own type is what is placed: of generic code, inherent
// methods, free functions, and of functions that return something else.

#![feature(dyn_placement, named_return_types)]
#![allow(incomplete_features)]

extern crate counting;
extern crate run_ready;
extern crate wait_once;

use std::future::{Placed, Slot, SlotRoom, dyn_box, dyn_in};
use std::pin::{Pin, pin};

use counting::count;
use run_ready::run;
use wait_once::wait_once;

trait Fetch {
    async fn fetch(&mut self, id: u32) -> u32;
}

struct Adder(u32);

impl Fetch for Adder {
    async fn fetch(&mut self, id: u32) -> u32 {
        wait_once().await;
        self.0 += id;
        self.0
    }
}

impl Adder {
    async fn twice(&self) -> u32 {
        wait_once().await;
        2 * self.0
    }
}

async fn free<const N: usize>(bytes: [u8; N]) -> usize {
    wait_once().await;
    bytes.len()
}

struct Cached<F>(F);

impl<F: Fetch> Fetch for Cached<F> {
    async fn fetch(&mut self, id: u32) -> u32 {
        self.0.fetch(id).await + 1
    }
}

// Nothing is known of what its future is made of.
async fn through<F: Fetch>(cached: &mut Cached<F>, id: u32) -> u32 {
    dyn_box!(cached.fetch(id)).await
}

fn own_type<'a, F: Fetch>(f: &'a mut F, id: u32) -> Pin<Box<F::fetch<'a>>> {
    dyn_box!(f.fetch(id))
}

fn coerced<'a, F: Fetch>(f: &'a mut F, id: u32) -> Pin<Box<dyn Future<Output = u32> + 'a>> {
    dyn_box!(f.fetch(id))
}

fn named<'a, F: Fetch>(
    f: &'a mut F,
    slot: Pin<&'a mut Slot<256>>,
) -> Placed<F::fetch<'a>, SlotRoom<'a>> {
    dyn_in!(slot, f.fetch(3))
}

fn main() {
    let mut adder = Adder(1);
    assert_eq!(count(|| run(own_type(&mut adder, 1))), (1, 1, 2));
    assert_eq!(count(|| run(coerced(&mut adder, 1))), (1, 1, 3));
    let mut slot = pin!(Slot::<256>::new());
    assert_eq!(count(|| run(named(&mut adder, slot.as_mut()))), (0, 0, 6));
    assert_eq!(count(|| run(dyn_in!(slot.as_mut(), adder.twice()))), (0, 0, 12));
    assert_eq!(run(dyn_in!(slot.as_mut(), free([1; 7]))), 7);
    assert_eq!(run(dyn_in!(slot.as_mut(), Fetch::fetch(&mut adder, 1))), 7);
    assert_eq!(run(dyn_in!(slot.as_mut(), <_>::fetch(&mut adder, 1))), 8);
    assert_eq!(run(dyn_box!(std::future::ready(String::from("text")))), "text");

    assert_eq!(run(through(&mut Cached(Adder(1)), 2)), 4);

    // It need not be a future.
    assert_eq!(*dyn_box!("1".parse::<u8>()), Ok(1));
    let iterator = dyn_box!([1, 2, 3].into_iter());
    assert_eq!(Pin::into_inner(iterator).sum::<i32>(), 6);
}
