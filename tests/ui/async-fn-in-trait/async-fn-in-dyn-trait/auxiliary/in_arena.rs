//@ edition: 2024

// An adapter that keeps futures in what it borrows.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

use std::alloc::Layout;
use std::boxed::Boxing;
use std::future::{AdaptPointer, FutureAdapter};
use std::marker::PhantomData;
use std::ptr::NonNull;

/// Keeps futures in an arena that lives for `'arena`.
#[repr(transparent)]
pub struct InArena<'arena, T>(T, PhantomData<&'arena ()>);
unsafe impl<'arena, T> FutureAdapter for InArena<'arena, T> {
    type Adapted = T;
    type Room = &'arena ();
    fn allocate(layout: Layout) -> NonNull<u8> {
        Boxing::<T>::allocate(layout)
    }
    unsafe fn deallocate(room: NonNull<u8>, layout: Layout) {
        // SAFETY: as the caller says.
        unsafe { Boxing::<T>::deallocate(room, layout) }
    }
}

pub fn adapt<'r, 'arena: 'r, T>(_: &'arena (), value: &'r T) -> &'r InArena<'arena, T> {
    value.adapt()
}
