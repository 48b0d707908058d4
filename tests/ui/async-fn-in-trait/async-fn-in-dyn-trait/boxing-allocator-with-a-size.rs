//@ build-fail
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// The allocator of a `Boxing` is made anew for each call, so it can't have a size.

#![feature(allocator_api, async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

use std::alloc::{AllocError, Allocator, Global, Layout};
use std::boxed::Boxing;
use std::ptr::NonNull;

#[derive(Default)]
struct Counts(#[allow(dead_code)] u32);

// SAFETY: it is the global one.
unsafe impl Allocator for Counts {
    fn allocate(&self, layout: Layout) -> Result<NonNull<[u8]>, AllocError> {
        Global.allocate(layout)
    }
    unsafe fn deallocate(&self, memory: NonNull<u8>, layout: Layout) {
        // SAFETY: as the caller says.
        unsafe { Global.deallocate(memory, layout) }
    }
}

trait Fetch {
    async fn fetch(&self);
}

struct HttpFetch;

impl Fetch for HttpFetch {
    async fn fetch(&self) {}
}

fn main() {
    let _: &dyn Fetch = Boxing::<_, Counts>::new_in(&HttpFetch);
}

//~? ERROR evaluation panicked: the allocator of a `Boxing` has to have no size
