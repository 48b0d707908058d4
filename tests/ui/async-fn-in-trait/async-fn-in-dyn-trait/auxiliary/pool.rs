//@ no-prefer-dynamic
//@ edition: 2024

// An adapter that a library could write, for programs that must not allocate: futures are kept in a
// fixed number of static slots of a fixed size.

#![crate_type = "rlib"]
#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]
#![no_std]

use core::cell::UnsafeCell;
use core::future::{AdaptPointer, FutureAdapter};
use core::marker::PhantomData;
use core::mem::MaybeUninit;
use core::pin::Pin;
use core::sync::atomic::{AtomicBool, Ordering};
use core::task::{Context, Poll};

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

// SAFETY: it is transparent, and implements neither `Drop` nor `Unpin`.
unsafe impl<T> FutureAdapter for Pooling<T> {
    type Adapted = T;
    type Owner<F: Future> = Pooled<F>;

    fn adapt<F: Future>(future: F) -> Pooled<F> {
        const {
            assert!(size_of::<F>() <= SIZE && align_of::<F>() <= 16, "the future fits in no slot");
        }
        let is_free =
            |slot: &&Slot| {
                let order = (Ordering::Acquire, Ordering::Relaxed);
                slot.is_taken.compare_exchange(false, true, order.0, order.1).is_ok()
            };
        // If there is none, the future is dropped with the panic.
        let slot = POOL.iter().find(is_free).expect("no slot is free");
        // SAFETY: the slot is ours until we say otherwise, and the future fits in.
        unsafe { slot.bytes.get().cast::<F>().write(future) };
        Pooled { slot, future: PhantomData }
    }
}

/// A future in a slot of the pool.
pub struct Pooled<F> {
    slot: &'static Slot,
    future: PhantomData<F>,
}

impl<F> Pooled<F> {
    fn future(&self) -> *mut F {
        self.slot.bytes.get().cast()
    }
}

impl<F: Future> Future for Pooled<F> {
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        // SAFETY: the slot holds a future, which does not move until it is dropped.
        unsafe { Pin::new_unchecked(&mut *self.future()) }.poll(cx)
    }
}

impl<F> Drop for Pooled<F> {
    fn drop(&mut self) {
        // Even if the future panics as it is dropped.
        struct Free(&'static Slot);
        impl Drop for Free {
            fn drop(&mut self) {
                self.0.is_taken.store(false, Ordering::Release);
            }
        }
        let _free = Free(self.slot);
        // SAFETY: it is dropped here, and only here.
        unsafe { self.future().drop_in_place() };
    }
}

// The future stays where it is. `PhantomData` makes this `Send` if the future is, and only then.
impl<F> Unpin for Pooled<F> {}
