//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// Futures may be boxed in an allocator of one's own, which has no size: here one that counts. What
// it promises of other threads is a part of what the `dyn` promises.

#![feature(allocator_api, async_fn_in_dyn_trait, dyn_placement, return_type_notation)]
#![allow(incomplete_features)]

extern crate run_ready;

use std::alloc::{AllocError, Allocator, Global, Layout};
use std::boxed::Boxing;
use std::cell::Cell;
use std::future::dyn_box;
use std::ptr::NonNull;
use std::sync::Arc;

use run_ready::run;

thread_local!(static ALLOCATED: Cell<isize> = const { Cell::new(0) });

#[derive(Clone, Copy, Default)]
struct Counting;

// SAFETY: it is the global one.
unsafe impl Allocator for Counting {
    fn allocate(&self, layout: Layout) -> Result<NonNull<[u8]>, AllocError> {
        ALLOCATED.set(ALLOCATED.get() + 1);
        Global.allocate(layout)
    }
    unsafe fn deallocate(&self, memory: NonNull<u8>, layout: Layout) {
        ALLOCATED.set(ALLOCATED.get() - 1);
        // SAFETY: as the caller says.
        unsafe { Global.deallocate(memory, layout) }
    }
}

trait Fetch {
    async fn fetch(&self, id: u32) -> u32;
    async fn nothing(&self) {}
}

impl Fetch for u32 {
    async fn fetch(&self, id: u32) -> u32 {
        *self + id
    }
}

fn main() {
    let f: Arc<dyn Fetch<fetch(..): Send>> = Boxing::<_, Counting>::new_in(Arc::new(1_u32));
    let (a, b) = (f.fetch(1), f.nothing());
    assert_eq!(ALLOCATED.get(), 2);
    drop(b);
    assert_eq!(ALLOCATED.get(), 1);
    assert_eq!(run(a), 2);
    assert_eq!(ALLOCATED.get(), 0);

    let a = dyn_box!(f.fetch(2));
    assert_eq!(ALLOCATED.get(), 0);
    assert_eq!(run(a), 3);
    let a = dyn_box!(in Counting, f.fetch(3));
    assert_eq!(ALLOCATED.get(), 1);
    assert_eq!(run(a), 4);
    assert_eq!(ALLOCATED.get(), 0);

    // A box of what has no size asks for nothing.
    let nothing = dyn_box!(in Counting, without_size());
    assert_eq!(ALLOCATED.get(), 0);
    drop(nothing);
    assert_eq!(ALLOCATED.get(), 0);
}

fn without_size() {}
