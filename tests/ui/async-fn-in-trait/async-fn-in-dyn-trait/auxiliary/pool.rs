//@ no-prefer-dynamic
//@ edition: 2024

// An adapter that a library could write, for programs that must not allocate: futures are kept in a
// fixed number of static slots of a fixed size.

#![crate_type = "rlib"]
#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]
#![no_std]

use core::alloc::Layout;
use core::cell::UnsafeCell;
use core::future::{AdaptPointer, FutureAdapter};
use core::mem::MaybeUninit;
use core::ptr::NonNull;
use core::sync::atomic::{AtomicBool, Ordering};

pub const SLOTS: usize = 4;
pub const SIZE: usize = 256;

#[repr(align(16))]
struct Slot {
    is_taken: AtomicBool,
    bytes: UnsafeCell<MaybeUninit<[u8; SIZE]>>,
}

// SAFETY: only whoever has set `is_taken` gets at the bytes.
unsafe impl Sync for Slot {}

static POOL: [Slot; SLOTS] = [const {
    Slot { is_taken: AtomicBool::new(false), bytes: UnsafeCell::new(MaybeUninit::uninit()) }
}; SLOTS];

/// How many slots hold a future.
pub fn slots_in_use() -> usize {
    POOL.iter().filter(|slot| slot.is_taken.load(Ordering::Acquire)).count()
}

/// An adapter that keeps the futures of `T`'s methods in the pool.
#[repr(transparent)]
pub struct Pooling<T>(T);

impl<T> Pooling<T> {
    pub fn new<P: AdaptPointer<Self>>(pointer: P) -> P::Pointer {
        pointer.adapt()
    }
}

// SAFETY: it is transparent, and implements neither `Drop` nor `Unpin`. A slot is used by one
// future at a time, and can be given back by any thread.
unsafe impl<T> FutureAdapter for Pooling<T> {
    type Adapted = T;
    type Room = ();

    fn allocate(layout: Layout) -> NonNull<u8> {
        assert!(layout.size() <= SIZE && layout.align() <= 16, "the future fits in no slot");
        let is_free =
            |slot: &&Slot| {
                let order = (Ordering::Acquire, Ordering::Relaxed);
                slot.is_taken.compare_exchange(false, true, order.0, order.1).is_ok()
            };
        let slot = POOL.iter().find(is_free).expect("no slot is free");
        NonNull::new(slot.bytes.get().cast()).unwrap()
    }

    unsafe fn deallocate(room: NonNull<u8>, _: Layout) {
        let slot = POOL.iter().find(|slot| slot.bytes.get().cast() == room.as_ptr()).unwrap();
        slot.is_taken.store(false, Ordering::Release);
    }
}
