//! Memory for a future, on the stack or in a struct.

use super::{NoRoom, Place, Room};
use crate::alloc::Layout;
use crate::fmt;
use crate::marker::PhantomData;
use crate::mem::{MaybeUninit, offset_of};
use crate::panic::RefUnwindSafe;
use crate::panicking::panic_nounwind;
use crate::pin::{Pin, UnsafePinned};
use crate::ptr::NonNull;

/// Memory for a future of at most `N` bytes, on the stack or in a struct.
///
/// A `Pin<&mut Slot<N>>` is a [`Place`], which [`dyn_in!`] takes. It holds one future at a time, and can
/// be used again when that has been dropped. [`SharedSlot`] is for statics.
///
/// The memory is aligned to 16. A future of a larger alignment needs `align - 16` bytes more: that is
/// the most that aligning it can cost, so that it does not depend on addresses whether it fits.
///
/// # Layout and cost
///
/// `N` bytes, rounded up to 16, and 16 more. Taking a slot compares a size, an alignment and a flag,
/// and sets the flag; giving it back clears it.
///
/// # Leaks
///
/// If a [`Placed`] is leaked, the future in the slot is neither dropped nor usable. But it is pinned, so
/// somebody may rely on it to be dropped before its memory is used for something else. Therefore
/// the slot stays taken for ever: it has room for no other future, and the program is
/// aborted when the slot is dropped.
///
/// # Examples
///
/// ```
/// #![feature(async_fn_in_dyn_trait, return_type_notation, dyn_placement)]
/// # #![allow(incomplete_features)]
/// use std::boxed::Boxing;
/// use std::future::{Slot, dyn_in};
/// use std::pin::pin;
///
/// trait Tick {
///     async fn tick(&mut self) -> u32;
/// }
///
/// impl Tick for u32 {
///     async fn tick(&mut self) -> u32 {
///         *self += 1;
///         *self
///     }
/// }
///
/// async fn until(limit: u32, tick: &mut dyn Tick) -> u32 {
///     let mut slot = pin!(Slot::<64>::new());
///     loop {
///         let ticks = dyn_in!(slot.as_mut(), tick.tick()).await;
///         if ticks >= limit {
///             return ticks;
///         }
///     }
/// }
/// # use std::task::{Context, Poll, Waker};
/// # let poll = pin!(until(5, Boxing::new(&mut 0_u32))).poll(&mut Context::from_waker(Waker::noop()));
/// # assert_eq!(poll, Poll::Ready(5));
/// ```
///
/// [`Placed`]: super::Placed
/// [`SharedSlot`]: super::SharedSlot
/// [`dyn_in!`]: super::dyn_in
#[unstable(feature = "dyn_placement", issue = "none")]
#[repr(transparent)]
pub struct Slot<const N: usize> {
    /// A leaked future may still be in use, by whom it has told its address. So a reference to the
    /// slot must not claim its memory.
    memory: UnsafePinned<Memory<N, usize>>,
}

/// The memory of a slot, after its mark.
///
/// A room has no need of a pointer to its slot, because the mark can be found from the future. Just
/// before the future is a word, which is what a mark is, less the bytes of padding between that and this
/// word. If there are none, the word is the mark itself.
///
/// ```text
///            0         8         16                      48
/// align 16:  |         | -1      | future …
/// align 64:  |         | -1      |             | -33     | future …
/// ```
#[repr(C, align(16))]
pub(super) struct Memory<const N: usize, Mark> {
    spare: MaybeUninit<[usize; 16 / size_of::<usize>() - 1]>,
    /// `FREE` or `TAKEN`.
    pub(super) mark: Mark,
    pub(super) bytes: MaybeUninit<[u8; N]>,
}

/// Zero, so that a static slot needs no space in a binary.
pub(super) const FREE: usize = 0;
/// What `FREE` is when one is taken off, which is how a `Slot` is marked and tested in one step.
pub(super) const TAKEN: usize = FREE.wrapping_sub(1);

impl<const N: usize, Mark> Memory<N, Mark> {
    pub(super) const fn new(free: Mark) -> Self {
        const {
            assert!(offset_of!(Self, bytes) == 16);
            assert!(offset_of!(Self, mark) + size_of::<usize>() == 16);
            assert!(size_of::<Mark>() == size_of::<usize>());
        }
        Memory { spare: MaybeUninit::uninit(), mark: free, bytes: MaybeUninit::uninit() }
    }

    /// Whether a value of this layout fits, wherever the memory is.
    #[inline]
    pub(super) const fn fits(layout: Layout) -> bool {
        // This can't overflow: a layout's size, rounded up to its alignment, fits in an `isize`.
        layout.size() + layout.align().saturating_sub(16) <= N
    }

    /// Where a value of this layout goes, which has to fit.
    ///
    /// This writes the word before it if that is not the mark.
    ///
    /// # Safety
    ///
    /// `this` must be valid for writes, and its bytes must be the caller's.
    #[inline]
    pub(super) unsafe fn place(this: NonNull<Self>, layout: Layout) -> NonNull<u8> {
        // SAFETY: it stays within `this`.
        let start = unsafe { this.cast::<u8>().add(16) };
        if layout.align() <= 16 {
            return start;
        }
        let padding = start.addr().get().wrapping_neg() & (layout.align() - 1);
        // SAFETY: both addresses are multiples of 16, so `padding` is one, and at most `align - 16`,
        // which `fits` has reserved. So the word before is in the padding, unless there is none and
        // it is the mark, which is written elsewhere.
        unsafe {
            let memory = start.add(padding);
            if padding != 0 {
                memory.cast::<usize>().sub(1).write(TAKEN.wrapping_sub(padding));
            }
            memory
        }
    }
}

/// The mark of the slot in which a future is at `memory`. `read` reads the word before.
///
/// # Safety
///
/// `memory` must be what `place` has returned, the slot must be marked as taken, and its bytes must
/// still be the caller's.
#[inline]
pub(super) unsafe fn mark_of(
    memory: NonNull<u8>,
    read: impl FnOnce(NonNull<usize>) -> usize,
) -> NonNull<usize> {
    // SAFETY: see `Memory` for what is there. `memory` has the provenance of all of the slot.
    unsafe {
        let before = memory.cast::<usize>().sub(1);
        before.byte_offset(read(before).wrapping_sub(TAKEN) as isize)
    }
}

#[cold]
#[inline(never)]
pub(super) fn dropped_while_taken() -> ! {
    // No destructor may run, and nothing may return to where the slot is: its memory must stay.
    panic_nounwind("a slot is dropped, but the future in it has been leaked")
}

impl<const N: usize> Slot<N> {
    /// A slot that is free.
    #[unstable(feature = "dyn_placement", issue = "none")]
    #[inline]
    #[must_use]
    pub const fn new() -> Slot<N> {
        Slot { memory: UnsafePinned::new(Memory::new(FREE)) }
    }
}

#[unstable(feature = "dyn_placement", issue = "none")]
impl<const N: usize> Default for Slot<N> {
    #[inline]
    fn default() -> Slot<N> {
        Slot::new()
    }
}

// SAFETY: the slot is borrowed for as long as there is a room, and is marked, so that nobody else
// uses it. If the room is leaked the mark stays. Then `take` gives nothing, and the slot does not go
// away: it is pinned, so it does not without being dropped, which aborts.
#[unstable(feature = "dyn_placement", issue = "none")]
unsafe impl<'a, const N: usize> Place for Pin<&'a mut Slot<N>> {
    type Room = SlotRoom<'a>;

    #[inline]
    fn take(self, layout: Layout) -> Result<(NonNull<u8>, SlotRoom<'a>), NoRoom> {
        // SAFETY: nothing is moved.
        let slot = unsafe { self.get_unchecked_mut() };
        // No reference to the slot is used after this: the future's memory is in it.
        let slot = NonNull::from_mut(slot).cast::<Memory<N, usize>>();
        if layout.align() > 16 {
            return take_aligned(slot, layout);
        }
        if layout.size() > N {
            return Err(NoRoom::too_small(layout, N));
        }
        // SAFETY: `UnsafePinned` and `Slot` have the layout of what they contain. We have borrowed the
        // slot, so its mark is ours; its bytes are if it was free.
        unsafe {
            mark_as_taken(slot, layout)?;
            Ok((slot.cast::<u8>().add(16), SlotRoom { slot: PhantomData }))
        }
    }
}

/// Marks a slot, if it is free.
///
/// # Safety
///
/// `slot` must point to the memory of a slot that the caller has borrowed.
#[inline]
unsafe fn mark_as_taken<const N: usize>(
    slot: NonNull<Memory<N, usize>>,
    layout: Layout,
) -> Result<(), NoRoom> {
    // SAFETY: as the caller says. No reference is made to the bytes.
    unsafe {
        let mark = &raw mut (*slot.as_ptr()).mark;
        let (marked, was_free) = mark.read().overflowing_sub(1);
        mark.write(marked);
        if !was_free {
            mark.write(TAKEN);
            return Err(NoRoom::taken(layout));
        }
    }
    Ok(())
}

#[cold]
fn take_aligned<'a, const N: usize>(
    slot: NonNull<Memory<N, usize>>,
    layout: Layout,
) -> Result<(NonNull<u8>, SlotRoom<'a>), NoRoom> {
    if !Memory::<N, usize>::fits(layout) {
        return Err(NoRoom::too_small(layout, N));
    }
    // SAFETY: as in `take`.
    unsafe {
        mark_as_taken(slot, layout)?;
        Ok((Memory::place(slot, layout), SlotRoom { slot: PhantomData }))
    }
}

#[unstable(feature = "dyn_placement", issue = "none")]
impl<const N: usize> Drop for Slot<N> {
    #[inline]
    fn drop(&mut self) {
        let memory = self.memory.get_mut_unchecked();
        // SAFETY: the mark is not borrowed by anybody, even if the bytes are in use.
        if unsafe { (&raw const (*memory).mark).read() } != FREE {
            dropped_while_taken();
        }
    }
}

// There is nothing in it to be seen in a broken state.
#[unstable(feature = "dyn_placement", issue = "none")]
impl<const N: usize> RefUnwindSafe for Slot<N> {}

#[unstable(feature = "dyn_placement", issue = "none")]
impl<const N: usize> fmt::Debug for Slot<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Slot").field("size", &N).finish_non_exhaustive()
    }
}

/// A [`Slot`] that has been taken.
#[unstable(feature = "dyn_placement", issue = "none")]
#[derive(Debug)]
pub struct SlotRoom<'a> {
    /// Of any size, and behind a `Pin`.
    slot: PhantomData<&'a mut ()>,
}

// SAFETY: see `Place`. If this is called by another thread, then that has the borrow of the slot.
#[unstable(feature = "dyn_placement", issue = "none")]
unsafe impl Room for SlotRoom<'_> {
    #[inline]
    unsafe fn give_back(&mut self, memory: NonNull<u8>, _: Layout) {
        // SAFETY: `memory` is from `take`, so it is in a slot that is marked, and still borrowed.
        unsafe { mark_of(memory, |before| before.read()).write(FREE) }
    }
}
