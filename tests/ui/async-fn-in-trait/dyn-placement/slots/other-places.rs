//@ run-pass
//@ edition: 2024
//@ aux-build: by_hand.rs
//@ aux-build: bump.rs
//@ aux-build: slot_or_heap.rs

// Places of a library: a slot that falls back to the heap, and an arena.

#![feature(dyn_placement)]

extern crate bump;
extern crate by_hand;
extern crate slot_or_heap;

use std::future::{Placed, Slot, in_place, try_in_place};
use std::pin::pin;

use bump::{Arena, ArenaRoom};
use by_hand::{Sized, dynamic, large, once, run};
use slot_or_heap::SlotOrHeap;

async fn add(a: u32, b: &u32) -> u32 {
    let sum = a + b;
    once().await;
    sum
}

#[repr(align(512))]
struct Aligned(u8);

fn main() {
    let b = 2;

    let mut slot = pin!(Slot::<64>::new());
    for _ in 0..2 {
        assert_eq!(run(in_place(large::<64>(), SlotOrHeap(slot.as_mut()))), 2);
        assert_eq!(run(in_place(large::<65>(), SlotOrHeap(slot.as_mut()))), 2);
        assert_eq!(run(in_place(dynamic(|| add(1, &b)), SlotOrHeap(slot.as_mut()))), 3);
    }
    let aligned = in_place(Sized(|| std::future::ready(Aligned(1))), SlotOrHeap(slot.as_mut()));
    assert_eq!(run(aligned).0, 1);

    let arena = Arena::new(1024);
    let mut all: Vec<Placed<dyn Future<Output = u32> + Send + '_, ArenaRoom<'_>>> = Vec::new();
    let no_room = loop {
        match try_in_place(large::<100>(), &arena) {
            Ok(placed) => all.push(placed),
            Err(no_room) => break no_room,
        }
    };
    assert_eq!(all.len(), 10);
    assert_eq!(no_room.available(), Some(24));
    drop(all.swap_remove(3));
    assert_eq!(arena.used(), 1000);
    assert_eq!(all.into_iter().map(run).sum::<u32>(), 18);
    assert_eq!(arena.used(), 0);
    let wide = Arena::new(2048);
    assert_eq!(run(in_place(Sized(|| std::future::ready(Aligned(2))), &wide)).0, 2);
    assert_eq!(run(in_place(dynamic(|| add(1, &b)), &arena)), 3);

    // What is leaked there keeps the memory, after the arena.
    if !std::env::args().any(|arg| arg == "no-leaks") {
        let arena = Arena::new(64);
        std::mem::forget(in_place(large::<64>(), &arena));
        let arena = Box::new(arena);
        assert_eq!(arena.used(), 64);
    }
}
