//@ run-pass
//@ edition: 2024
//@ aux-build: by_hand.rs
//@ needs-threads

// A static slot is one thread's at a time, and gives its memory from one to another.

#![feature(dyn_placement)]

extern crate by_hand;

use std::future::{SharedSlot, in_place, try_in_place};
use std::pin::Pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use by_hand::{dynamic, large, once, run};

static SLOT: SharedSlot<128> = SharedSlot::new();
static INSIDE: AtomicUsize = AtomicUsize::new(0);

async fn work(id: usize) -> usize {
    let array = [id; 8];
    assert_eq!(INSIDE.fetch_add(1, Ordering::Relaxed), 0);
    once().await;
    assert_eq!(array, [id; 8]);
    assert_eq!(INSIDE.fetch_sub(1, Ordering::Relaxed), 1);
    array.iter().sum()
}

fn main() {
    let rounds = if cfg!(miri) { 5 } else { 500 };
    let each = |id| {
        let (mut done, mut refused) = (0, 0);
        while done < rounds {
            match try_in_place(dynamic(|| work(id)), Pin::static_ref(&SLOT)) {
                Ok(placed) => {
                    assert_eq!(run(placed), 8 * id);
                    done += 1;
                }
                Err(no_room) => {
                    assert!(no_room.is_taken());
                    refused += 1;
                    thread::yield_now();
                }
            }
        }
        refused
    };
    thread::scope(|scope| {
        for id in 0..2 {
            scope.spawn(move || each(id));
        }
    });

    // Taken here, polled and dropped there.
    let placed = in_place(large::<100>(), Pin::static_ref(&SLOT));
    assert!(try_in_place(large::<100>(), Pin::static_ref(&SLOT)).unwrap_err().is_taken());
    assert_eq!(thread::spawn(|| run(placed)).join().unwrap(), 2);
    assert_eq!(run(in_place(large::<100>(), Pin::static_ref(&SLOT))), 2);

    // The method itself finds it taken.
    let nested = || {
        assert!(try_in_place(large::<1>(), Pin::static_ref(&SLOT)).unwrap_err().is_taken());
        async { 1 }
    };
    assert_eq!(run(in_place(dynamic(nested), Pin::static_ref(&SLOT))), 1);

    // A slot's future on another thread, which gives it back there.
    let mut slot = std::pin::pin!(std::future::Slot::<128>::new());
    for _ in 0..2 {
        let placed = in_place(large::<100>(), slot.as_mut());
        thread::scope(|scope| assert_eq!(scope.spawn(|| run(placed)).join().unwrap(), 2));
    }
}
