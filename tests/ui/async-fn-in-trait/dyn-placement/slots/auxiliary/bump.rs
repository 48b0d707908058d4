//@ edition: 2024

// An arena for any number of futures, which is empty again when all of them have been dropped.

#![feature(allocator_api, dyn_placement)]

use std::alloc::{Allocator, Global, Layout};
use std::cell::Cell;
use std::future::{NoRoom, Place, Room};
use std::ptr::NonNull;

pub struct Arena {
    memory: NonNull<u8>,
    layout: Layout,
    used: Cell<usize>,
    /// How many futures are there.
    alive: Cell<usize>,
}

impl Arena {
    /// # Panics
    ///
    /// If there is no memory for it.
    pub fn new(size: usize) -> Arena {
        let layout = Layout::from_size_align(size, 16).unwrap();
        let memory = Global.allocate(layout).unwrap().cast();
        Arena { memory, layout, used: Cell::new(0), alive: Cell::new(0) }
    }

    pub fn used(&self) -> usize {
        self.used.get()
    }
}

impl Drop for Arena {
    fn drop(&mut self) {
        // A future that has been leaked is pinned, so its memory is leaked as well.
        if self.alive.get() == 0 {
            // SAFETY: it comes from there, and is in nobody's use.
            unsafe { Global.deallocate(self.memory, self.layout) }
        }
    }
}

pub struct ArenaRoom<'a>(&'a Arena);

// SAFETY: memory is used again only if no future is alive, and freed only then. An arena that is
// moved does not move it.
unsafe impl<'a> Place for &'a Arena {
    type Room = ArenaRoom<'a>;

    fn take(self, layout: Layout) -> Result<(NonNull<u8>, ArenaRoom<'a>), NoRoom> {
        let used = self.used.get();
        let free = self.memory.addr().get() + used;
        let padding = free.wrapping_neg() & (layout.align() - 1);
        let available = self.layout.size() - used;
        if available < padding || available - padding < layout.size() {
            return Err(NoRoom::too_small(layout, available));
        }
        self.used.set(used + padding + layout.size());
        self.alive.set(self.alive.get() + 1);
        // SAFETY: it stays within the memory.
        Ok((unsafe { self.memory.add(used + padding) }, ArenaRoom(self)))
    }
}

// SAFETY: see above.
unsafe impl Room for ArenaRoom<'_> {
    unsafe fn give_back(&mut self, _: NonNull<u8>, _: Layout) {
        let alive = self.0.alive.get() - 1;
        self.0.alive.set(alive);
        if alive == 0 {
            self.0.used.set(0);
        }
    }
}
