//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// An adapter promises what is not checked.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

use std::alloc::Layout;
use std::boxed::Boxing;
use std::future::FutureAdapter;
use std::ptr::NonNull;

#[repr(transparent)]
struct Safe<T>(T);
impl<T> FutureAdapter for Safe<T> {
//~^ ERROR the trait `FutureAdapter` requires an `unsafe impl` declaration
    type Adapted = T;
    type Room = ();
    fn allocate(layout: Layout) -> NonNull<u8> {
        Boxing::<T>::allocate(layout)
    }
    unsafe fn deallocate(room: NonNull<u8>, layout: Layout) {
        // SAFETY: as the caller says.
        unsafe { Boxing::<T>::deallocate(room, layout) }
    }
}

fn main() {}
