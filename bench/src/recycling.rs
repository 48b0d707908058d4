//! An allocator without size, for `Boxing<T, Recycling>`: what is freed is kept, to be given out again.

use std::alloc::{AllocError, Allocator, Global, Layout};
use std::cell::Cell;
use std::ptr::{self, NonNull};

/// Keeps freed blocks, by size, in lists of the thread that frees them. Large ones it does not keep,
/// nor those of size zero.
///
/// A thread that frees what others allocate keeps all of that until it ends.
#[derive(Clone, Copy, Default)]
pub struct Recycling;

/// The sizes of blocks are multiples of this.
const STEP: usize = 64;
const CLASSES: usize = 64;
/// All blocks are aligned so. What has to be more is not kept.
const ALIGN: usize = 16;

/// A block that is free begins with the address of the next one in the list.
struct Free {
    next: *mut Free,
}

/// The first block of each list. It is null as long as the thread has no lists, and again when it has none
/// any more; `END` if a list is empty.
struct Lists([Cell<*mut Free>; CLASSES]);

const END: *mut Free = ptr::without_provenance_mut(1);

thread_local! {
    // No destructor is known to it, so that it need not be asked for.
    static LISTS: Lists = const { Lists([const { Cell::new(ptr::null_mut()) }; CLASSES]) };
    static OWNER: Owner = const { Owner };
}

/// Frees what is in the lists when the thread ends.
struct Owner;

/// The list that blocks for this layout are in, if any.
#[inline]
fn class_of(layout: Layout) -> Option<usize> {
    if layout.align() > ALIGN {
        return None;
    }
    // Of size zero it wraps.
    let class = layout.size().wrapping_sub(1) / STEP;
    if class < CLASSES { Some(class) } else { None }
}

#[inline]
const fn layout_of(class: usize) -> Layout {
    // SAFETY: the alignment is a power of two, and the size is at most that of the last class.
    unsafe { Layout::from_size_align_unchecked((class + 1) * STEP, ALIGN) }
}

// SAFETY: a block is in no list while it is allocated, and only its thread uses a list: a block that is
// freed elsewhere goes to the lists there. Those it came from may be gone by then. All values are equal.
unsafe impl Allocator for Recycling {
    #[inline]
    fn allocate(&self, layout: Layout) -> Result<NonNull<[u8]>, AllocError> {
        let Some(class) = class_of(layout) else { return Global.allocate(layout) };
        LISTS.with(|lists| {
            let list = &lists.0[class];
            let first = list.get();
            if first <= END {
                return allocate_new(class);
            }
            // SAFETY: what is in a list is a `Free`, is not null, and nobody else's.
            let block = unsafe {
                list.set((*first).next);
                NonNull::new_unchecked(first)
            };
            Ok(NonNull::slice_from_raw_parts(block.cast(), layout.size()))
        })
    }

    #[inline]
    unsafe fn deallocate(&self, block: NonNull<u8>, layout: Layout) {
        let Some(class) = class_of(layout) else {
            // SAFETY: it was allocated there, because of its layout.
            return unsafe { Global.deallocate(block, layout) };
        };
        LISTS.with(|lists| {
            let list = &lists.0[class];
            // SAFETY: the block was allocated for this class.
            unsafe {
                if list.get().is_null() { keep_first(block, class) } else { keep(block, list) }
            }
        });
    }
}

/// # Safety
///
/// It must be a block of the list's class, and the caller's.
#[inline]
unsafe fn keep(block: NonNull<u8>, list: &Cell<*mut Free>) {
    let free = block.cast::<Free>();
    // SAFETY: all blocks have room and alignment for it.
    unsafe { free.write(Free { next: list.get() }) };
    list.set(free.as_ptr());
}

#[cold]
#[inline(never)]
fn allocate_new(class: usize) -> Result<NonNull<[u8]>, AllocError> {
    Global.allocate(layout_of(class))
}

/// # Safety
///
/// As for [`keep`].
#[cold]
#[inline(never)]
unsafe fn keep_first(block: NonNull<u8>, class: usize) {
    LISTS.with(|lists| {
        if OWNER.try_with(|_| lists.0.iter().for_each(|list| list.set(END))).is_ok() {
            // SAFETY: as the caller says.
            unsafe { keep(block, &lists.0[class]) };
        } else {
            // SAFETY: all blocks of this class have this layout. The thread ends, and has no lists.
            unsafe { Global.deallocate(block, layout_of(class)) };
        }
    });
}

impl Drop for Owner {
    fn drop(&mut self) {
        LISTS.with(|lists| {
            for (class, list) in lists.0.iter().enumerate() {
                let mut next = list.replace(ptr::null_mut());
                while next > END {
                    let block = next;
                    // SAFETY: it was in the list, and so was what follows.
                    unsafe {
                        next = (*block).next;
                        Global.deallocate(NonNull::new_unchecked(block.cast()), layout_of(class));
                    }
                }
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_given_out_again() {
        let first = Box::new_in([1_u8; 100], Recycling);
        let second = Box::new_in([2_u8; 128], Recycling);
        let (at_first, at_second) = (first.as_ptr(), second.as_ptr());
        assert!(at_first.addr().is_multiple_of(ALIGN) && at_second.addr().is_multiple_of(ALIGN));
        drop((first, second));
        let third = Box::new_in([3_u8; 65], Recycling);
        assert_eq!(third.as_ptr(), at_second);
        drop(third);
        let again = [(); 2].map(|()| Box::new_in([3_u8; 65], Recycling));
        assert_eq!(again.each_ref().map(|block| block.as_ptr()), [at_second, at_first]);
    }

    #[test]
    fn what_is_not_kept() {
        #[repr(align(64))]
        struct Aligned([u8; 64]);
        drop(Box::new_in((), Recycling));
        drop(Box::new_in([0_u8; STEP * CLASSES + 1], Recycling));
        for _ in 0..2 {
            let block = Box::new_in(Aligned([0; 64]), Recycling);
            assert!(block.0.as_ptr().addr().is_multiple_of(64));
        }
        let mut grown = Vec::new_in(Recycling);
        grown.extend(0..10_000_u32);
        assert!(grown.iter().copied().eq(0..10_000));
    }

    #[test]
    fn freed_by_others_and_at_the_end() {
        /// Frees as the thread ends, when the lists may be gone.
        struct AtEnd(Cell<Option<Box<[u8; 100], Recycling>>>);
        impl Drop for AtEnd {
            fn drop(&mut self) {
                drop(self.0.take());
                drop(Box::new_in([0_u8; 100], Recycling));
            }
        }
        thread_local! { static AT_END: AtEnd = const { AtEnd(Cell::new(None)) } }
        for order in [false, true] {
            let blocks: Vec<_> = (0..50).map(|x| Box::new_in([x; 100], Recycling)).collect();
            std::thread::spawn(move || {
                let end = Box::new_in([0; 100], Recycling);
                if order {
                    AT_END.with(|at_end| at_end.0.set(Some(end)));
                    drop(blocks);
                } else {
                    drop(blocks);
                    AT_END.with(|at_end| at_end.0.set(Some(end)));
                }
            })
            .join()
            .unwrap();
        }
    }
}
