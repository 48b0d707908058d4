//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// An adapter is a type of the crate that says so: `Pin` of a type of this crate is not, for all
// that the orphan rules allow the impl.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

use std::alloc::Layout;
use std::boxed::Boxing;
use std::future::FutureAdapter;
use std::pin::Pin;
use std::ptr::NonNull;

struct Local(u8);

unsafe impl FutureAdapter for Pin<Local> {
    //~^ ERROR only a struct of this crate can be an adapter
    type Adapted = Local;
    type Room = ();
    fn allocate(layout: Layout) -> NonNull<u8> {
        Boxing::<u8>::allocate(layout)
    }
    unsafe fn deallocate(room: NonNull<u8>, layout: Layout) {
        // SAFETY: as the caller says.
        unsafe { Boxing::<u8>::deallocate(room, layout) }
    }
}
unsafe impl FutureAdapter for Box<Local> {
    //~^ ERROR only a struct of this crate can be an adapter
    type Adapted = Local;
    type Room = ();
    fn allocate(layout: Layout) -> NonNull<u8> {
        Boxing::<u8>::allocate(layout)
    }
    unsafe fn deallocate(room: NonNull<u8>, layout: Layout) {
        // SAFETY: as the caller says.
        unsafe { Boxing::<u8>::deallocate(room, layout) }
    }
}

enum Either<T> {
    One(T),
}
unsafe impl<T> FutureAdapter for Either<T> {
    //~^ ERROR only a struct of this crate can be an adapter
    type Adapted = T;
    type Room = ();
    fn allocate(layout: Layout) -> NonNull<u8> {
        Boxing::<u8>::allocate(layout)
    }
    unsafe fn deallocate(room: NonNull<u8>, layout: Layout) {
        // SAFETY: as the caller says.
        unsafe { Boxing::<u8>::deallocate(room, layout) }
    }
}

fn main() {}
