//! Memory for a future, in a static.
#![cfg(target_has_atomic = "ptr")]

use super::slot::{FREE, Memory, TAKEN, dropped_while_taken, mark_of};
use super::{NoRoom, Place, Room};
use crate::alloc::Layout;
use crate::fmt;
use crate::marker::PhantomData;
use crate::panic::RefUnwindSafe;
use crate::pin::{Pin, UnsafePinned};
use crate::ptr::NonNull;
use crate::sync::atomic::{AtomicUsize, Ordering};

/// Memory for a future of at most `N` bytes, in a static or in what is shared.
///
/// A `Pin<&SharedSlot<N>>` is a [`Place`], which [`dyn_in!`] takes; of a static, it is
/// [`Pin::static_ref`]`(&SLOT)`. As with a [`Slot`], there is one future at a time, the memory is
/// aligned to 16, and a larger alignment costs `align - 16` bytes. That the slot is taken is not
/// known to the compiler here. So `dyn_in!` panics if it is, and [`dyn_try_in!`] returns
/// a [`NoRoom`]; neither waits.
///
/// # Layout and cost
///
/// `N` bytes, rounded up to 16, and 16 more. A static takes no space in the binary. Taking it is one
/// atomic compare-and-exchange, giving it back one atomic store.
///
/// # Leaks
///
/// If a [`Placed`] is leaked, the slot stays taken for ever, and one that is not static aborts the program
/// when it is dropped, as a [`Slot`] does and for the same reason.
///
/// # Examples
///
/// ```
/// #![feature(async_fn_in_dyn_trait, return_type_notation, dyn_placement)]
/// # #![allow(incomplete_features)]
/// use std::boxed::Boxing;
/// use std::future::{SharedSlot, dyn_in, dyn_try_in};
/// use std::pin::Pin;
///
/// trait Handler {
///     async fn handle(&self, request: u32) -> u32;
/// }
///
/// struct Echo;
///
/// impl Handler for Echo {
///     async fn handle(&self, request: u32) -> u32 {
///         request
///     }
/// }
///
/// static SLOT: SharedSlot<64> = SharedSlot::new();
///
/// let handler: &dyn Handler = Boxing::new(&Echo);
/// let first = dyn_in!(Pin::static_ref(&SLOT), handler.handle(1));
/// let second = dyn_try_in!(Pin::static_ref(&SLOT), handler.handle(2));
/// assert!(second.unwrap_err().is_taken());
///
/// drop(first);
/// let third = dyn_in!(Pin::static_ref(&SLOT), handler.handle(3));
/// # drop(third);
/// ```
///
/// [`Placed`]: super::Placed
/// [`Slot`]: super::Slot
/// [`dyn_in!`]: super::dyn_in
/// [`dyn_try_in!`]: super::dyn_try_in
#[unstable(feature = "dyn_placement", issue = "none")]
#[repr(transparent)]
pub struct SharedSlot<const N: usize> {
    // It is `Sync`, because the mark is atomic and a future in the slot is owned by a `Placed` alone.
    memory: UnsafePinned<Memory<N, AtomicUsize>>,
}

impl<const N: usize> SharedSlot<N> {
    /// A slot that is free.
    #[unstable(feature = "dyn_placement", issue = "none")]
    #[inline]
    #[must_use]
    pub const fn new() -> SharedSlot<N> {
        SharedSlot { memory: UnsafePinned::new(Memory::new(AtomicUsize::new(FREE))) }
    }
}

#[unstable(feature = "dyn_placement", issue = "none")]
impl<const N: usize> Default for SharedSlot<N> {
    #[inline]
    fn default() -> SharedSlot<N> {
        SharedSlot::new()
    }
}

// SAFETY: nobody else uses the bytes of a slot that is marked. If the room is leaked the mark stays.
// Then `take` gives nothing, and the slot does not go away: it is pinned, so it does not
// without being dropped, which aborts.
#[unstable(feature = "dyn_placement", issue = "none")]
unsafe impl<'a, const N: usize> Place for Pin<&'a SharedSlot<N>> {
    type Room = SharedSlotRoom<'a>;

    #[inline]
    fn take(self, layout: Layout) -> Result<(NonNull<u8>, SharedSlotRoom<'a>), NoRoom> {
        // Not a reference to all of it: the future's memory is there, maybe another thread's.
        let slot = self.get_ref().memory.get();
        if !Memory::<N, AtomicUsize>::fits(layout) {
            return Err(NoRoom::too_small(layout, N));
        }
        // SAFETY: it is borrowed, and the mark is atomic.
        let mark = unsafe { &(*slot).mark };
        // `Acquire` is for the bytes, that the last one to own them has written.
        if mark.compare_exchange(FREE, TAKEN, Ordering::Acquire, Ordering::Relaxed).is_err() {
            return Err(NoRoom::taken(layout));
        }
        // SAFETY: it is not null, and its bytes are ours, as it was free.
        let memory = unsafe { Memory::place(NonNull::new_unchecked(slot), layout) };
        Ok((memory, SharedSlotRoom { slot: PhantomData }))
    }
}

#[unstable(feature = "dyn_placement", issue = "none")]
impl<const N: usize> Drop for SharedSlot<N> {
    #[inline]
    fn drop(&mut self) {
        // SAFETY: no room borrows it, so nobody writes the mark, even if the bytes are in use.
        let mark = unsafe { &(*self.memory.get()).mark };
        if mark.load(Ordering::Relaxed) != FREE {
            dropped_while_taken();
        }
    }
}

// There is nothing in it to be seen in a broken state.
#[unstable(feature = "dyn_placement", issue = "none")]
impl<const N: usize> RefUnwindSafe for SharedSlot<N> {}

#[unstable(feature = "dyn_placement", issue = "none")]
impl<const N: usize> fmt::Debug for SharedSlot<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SharedSlot").field("size", &N).finish_non_exhaustive()
    }
}

/// A [`SharedSlot`] that has been taken.
#[unstable(feature = "dyn_placement", issue = "none")]
#[derive(Debug)]
pub struct SharedSlotRoom<'a> {
    /// Of any size, and behind a `Pin`.
    slot: PhantomData<&'a ()>,
}

// SAFETY: see `Place`.
#[unstable(feature = "dyn_placement", issue = "none")]
unsafe impl Room for SharedSlotRoom<'_> {
    #[inline]
    unsafe fn give_back(&mut self, memory: NonNull<u8>, _: Layout) {
        // SAFETY: `memory` is from `take`, so it is in a slot that is marked, and still borrowed. The
        // word before may be the mark, which other threads use meanwhile, but not the others' bytes.
        unsafe {
            let mark = mark_of(memory, |before| {
                AtomicUsize::from_ptr(before.as_ptr()).load(Ordering::Relaxed)
            });
            // `Release` is for who takes the bytes next.
            AtomicUsize::from_ptr(mark.as_ptr()).store(FREE, Ordering::Release);
        }
    }
}
