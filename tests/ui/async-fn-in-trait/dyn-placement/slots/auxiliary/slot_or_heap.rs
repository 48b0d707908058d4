//@ edition: 2024

// A place that falls back to the heap, for a future that does not fit into its slot.

#![feature(allocator_api, dyn_placement)]

use std::alloc::{Allocator, Global, Layout};
use std::future::{NoRoom, Place, Room, Slot, SlotRoom};
use std::pin::Pin;
use std::ptr::NonNull;

/// A slot, or the heap where that is too small, or taken by a future that has been leaked.
pub struct SlotOrHeap<'a, const N: usize>(pub Pin<&'a mut Slot<N>>);

/// Which of them it is.
pub enum SlotOrHeapRoom<'a> {
    Slot(SlotRoom<'a>),
    Heap,
}

impl SlotOrHeapRoom<'_> {
    pub fn is_heap(&self) -> bool {
        matches!(self, SlotOrHeapRoom::Heap)
    }
}

// SAFETY: a slot is a place, and memory from the heap is freed by `give_back` only.
unsafe impl<'a, const N: usize> Place for SlotOrHeap<'a, N> {
    type Room = SlotOrHeapRoom<'a>;

    fn take(self, layout: Layout) -> Result<(NonNull<u8>, SlotOrHeapRoom<'a>), NoRoom> {
        if let Ok((memory, room)) = self.0.take(layout) {
            return Ok((memory, SlotOrHeapRoom::Slot(room)));
        }
        let memory = Global.allocate(layout).map_err(|_| NoRoom::new(layout))?;
        Ok((memory.cast(), SlotOrHeapRoom::Heap))
    }
}

// SAFETY: see above.
unsafe impl Room for SlotOrHeapRoom<'_> {
    unsafe fn give_back(&mut self, memory: NonNull<u8>, layout: Layout) {
        // SAFETY: it comes from there, with this layout.
        unsafe {
            match self {
                SlotOrHeapRoom::Slot(room) => room.give_back(memory, layout),
                SlotOrHeapRoom::Heap => Global.deallocate(memory, layout),
            }
        }
    }
}
