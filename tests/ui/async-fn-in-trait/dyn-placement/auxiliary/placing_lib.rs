//@ edition: 2024

// A library that places futures in its own code: generic, inlined, and in a macro.

#![feature(async_fn_in_dyn_trait, dyn_placement, return_type_notation)]
#![allow(incomplete_features)]

use std::future::{Placed, Slot, SlotRoom, dyn_box, dyn_in};
use std::pin::Pin;

pub trait Fetch {
    async fn fetch(&self, id: u32) -> u32;
    async fn twice(&self, id: u32) -> u32 {
        self.fetch(id).await * 2
    }
}

pub struct Adder(pub u32);

impl Fetch for Adder {
    async fn fetch(&self, id: u32) -> u32 {
        self.0 + id
    }
}

pub fn boxed<'a>(
    f: &'a (dyn Fetch<fetch(..): Send> + Sync),
) -> Pin<Box<dyn Future<Output = u32> + Send + 'a>> {
    dyn_box!(f.fetch(1))
}

#[inline]
pub fn in_slot<'a>(
    f: &'a dyn Fetch,
    slot: Pin<&'a mut Slot<64>>,
) -> Placed<dyn Future<Output = u32> + 'a, SlotRoom<'a>> {
    dyn_in!(slot, f.twice(2))
}

pub async fn generic<F: Fetch + ?Sized>(f: &F, mut slot: Pin<&mut Slot<256>>) -> u32 {
    let a = dyn_in!(slot.as_mut(), f.fetch(3)).await;
    a + dyn_box!(f.twice(4)).await
}

pub fn adapted(adder: &Adder) -> &(dyn Fetch<fetch(..): Send> + Sync) {
    std::boxed::Boxing::new(adder)
}
