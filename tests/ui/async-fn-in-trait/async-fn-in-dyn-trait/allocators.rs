//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// Pointers with an allocator of their own: the pointer keeps it, a future does not use it.

#![feature(allocator_api, async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

extern crate run_ready;

use std::alloc::{AllocError, Allocator, Global, Layout};
use std::boxed::Boxing;
use std::cell::Cell;
use std::ptr::NonNull;
use std::rc::Rc;
use std::sync::Arc;

use run_ready::run;

#[derive(Clone, Copy)]
struct Counting<'a>(&'a Cell<i32>);
// SAFETY: it is the global one.
unsafe impl Allocator for Counting<'_> {
    fn allocate(&self, layout: Layout) -> Result<NonNull<[u8]>, AllocError> {
        self.0.set(self.0.get() + 1);
        Global.allocate(layout)
    }
    unsafe fn deallocate(&self, pointer: NonNull<u8>, layout: Layout) {
        self.0.set(self.0.get() - 1);
        // SAFETY: as the caller says.
        unsafe { Global.deallocate(pointer, layout) }
    }
}

trait Fetch {
    async fn fetch(&self, id: u32) -> u32;
}
struct Adder(u32);
impl Fetch for Adder {
    async fn fetch(&self, id: u32) -> u32 {
        self.0 + id
    }
}

fn main() {
    let count = Cell::new(0);
    let boxed: Box<dyn Fetch, Counting<'_>> =
        Boxing::new(Box::new_in(Adder(1), Counting(&count)));
    let rc: Rc<dyn Fetch, Counting<'_>> = Boxing::new(Rc::new_in(Adder(2), Counting(&count)));
    let arc: Arc<dyn Fetch, Counting<'_>> = Boxing::new(Arc::new_in(Adder(3), Counting(&count)));
    assert_eq!(count.get(), 3);
    assert_eq!(run(boxed.fetch(1)) + run(rc.fetch(1)) + run(arc.fetch(1)), 9);
    assert_eq!(count.get(), 3);
    drop((boxed, rc, arc));
    assert_eq!(count.get(), 0);
}
