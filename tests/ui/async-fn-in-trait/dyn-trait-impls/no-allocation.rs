//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A pointer's method makes no future of its own and allocates nothing, through however many
// pointers.

#![feature(async_fn_in_dyn_trait, dyn_trait_impls)]
#![allow(incomplete_features)]

extern crate run_ready;

use std::alloc::{GlobalAlloc, Layout, System};
use std::borrow::dyn_trait;
use std::boxed::Boxing;
use std::sync::atomic::{AtomicUsize, Ordering};

use run_ready::run;

struct Counting;
static ALLOCATIONS: AtomicUsize = AtomicUsize::new(0);

unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALLOCATIONS.fetch_add(1, Ordering::Relaxed);
        unsafe { System.alloc(layout) }
    }
    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static GLOBAL: Counting = Counting;

#[dyn_trait]
trait Fetch {
    async fn fetch(&self, id: u32) -> u32;
}

struct Echo([u32; 100]);

impl Fetch for Echo {
    async fn fetch(&self, id: u32) -> u32 {
        let large = [id; 50];
        std::future::ready(()).await;
        large[49] + self.0[99]
    }
}

fn call(f: impl Fetch) -> (usize, usize) {
    let before = ALLOCATIONS.load(Ordering::Relaxed);
    let future = f.fetch(5);
    let size = size_of_val(&future);
    assert_eq!(run(future), 12);
    (size, ALLOCATIONS.load(Ordering::Relaxed) - before)
}

fn main() {
    let echo = Echo([7; 100]);
    let (size, none) = call(&echo);
    assert_eq!(none, 0);
    assert!(size >= 200);
    assert_eq!(call(&&&&&echo), (size, 0));
    assert_eq!(call(Box::new(&Box::new(&echo))), (size, 0));

    // The one of `Boxing`, for the call through the `dyn`.
    let object: Box<dyn Fetch> = Boxing::new(Box::new(echo));
    assert_eq!(call(&object).1, 1);
    assert_eq!(call(Box::new(&object)).1, 1);
    assert_eq!(call(object).1, 1);
}
