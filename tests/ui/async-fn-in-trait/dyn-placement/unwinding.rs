//@ run-pass
//@ aux-build: ../../async-fn-in-dyn-trait/auxiliary/counting.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally
//@ needs-unwind

// A method that panics before there is a future gives the room back, which nobody looks at, as does
// a future that panics as it is polled or dropped. An adapter that panics drops the arguments.

#![feature(async_fn_in_dyn_trait, dyn_placement)]
#![allow(incomplete_features)]

extern crate counting;

use std::alloc::Layout;
use std::boxed::Boxing;
use std::future::{AdaptPointer, FutureAdapter, Slot, dyn_box, dyn_in};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::pin::{Pin, pin};
use std::ptr::NonNull;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use counting::count;

trait Fetch {
    fn fetch(&self, fails: Fails, guard: Rc<u8>) -> impl Future<Output = u32>;
}

#[derive(Clone, Copy, PartialEq)]
enum Fails {
    Call,
    Poll,
    Drop,
}

struct Fetches;

struct Failing(Fails, #[allow(dead_code)] Rc<u8>, #[allow(dead_code)] [u64; 4]);

impl Future for Failing {
    type Output = u32;
    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<u32> {
        if self.0 == Fails::Poll {
            resume_unwind(Box::new(()));
        }
        Poll::Pending
    }
}

impl Drop for Failing {
    fn drop(&mut self) {
        if self.0 == Fails::Drop {
            resume_unwind(Box::new(()));
        }
    }
}

impl Fetch for Fetches {
    fn fetch(&self, fails: Fails, guard: Rc<u8>) -> impl Future<Output = u32> {
        if fails == Fails::Call {
            resume_unwind(Box::new(()));
        }
        Failing(fails, guard, [1; 4])
    }
}

fn poll_and_drop(future: impl Future) {
    let mut future = pin!(future);
    assert!(future.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
}

/// Nothing leaks, whenever it panics.
fn check(f: &dyn Fetch, call: impl Fn(&dyn Fetch, Fails, Rc<u8>)) {
    for fails in [Fails::Call, Fails::Poll, Fails::Drop] {
        let guard = Rc::new(1);
        let (allocated, freed, result) =
            count(|| catch_unwind(AssertUnwindSafe(|| call(f, fails, guard.clone()))).is_err());
        assert!(result);
        assert_eq!(allocated, freed);
        assert_eq!(Rc::strong_count(&guard), 1);
    }
}

#[repr(transparent)]
struct Full<T>(T);

// SAFETY: there is never any room.
unsafe impl<T> FutureAdapter for Full<T> {
    type Adapted = T;
    type Room = ();
    fn allocate(_: Layout) -> NonNull<u8> {
        resume_unwind(Box::new(()))
    }
    unsafe fn deallocate(_: NonNull<u8>, _: Layout) {
        std::process::abort()
    }
}

fn main() {
    let f: &dyn Fetch = Boxing::new(&Fetches);
    check(f, |f, fails, guard| poll_and_drop(f.fetch(fails, guard)));
    check(f, |f, fails, guard| poll_and_drop(dyn_box!(f.fetch(fails, guard))));
    check(f, |_, fails, guard| poll_and_drop(dyn_box!(Fetches.fetch(fails, guard))));
    let mut slot = Box::pin(Slot::<128>::new());
    for fails in [Fails::Call, Fails::Poll, Fails::Drop, Fails::Call] {
        let result = catch_unwind(AssertUnwindSafe(|| {
            poll_and_drop(dyn_in!(slot.as_mut(), f.fetch(fails, Rc::new(1))));
        }));
        assert!(result.is_err());
    }

    let full: &Full<Fetches> = (&Fetches).adapt();
    let full: &dyn Fetch = full;
    let guard = Rc::new(1);
    let result =
        catch_unwind(AssertUnwindSafe(|| poll_and_drop(full.fetch(Fails::Poll, guard.clone()))));
    assert!(result.is_err());
    assert_eq!(Rc::strong_count(&guard), 1);
    // It goes past the adapter.
    let result = catch_unwind(AssertUnwindSafe(|| {
        poll_and_drop(dyn_in!(slot.as_mut(), full.fetch(Fails::Drop, guard.clone())))
    }));
    assert!(result.is_err());
    assert_eq!(Rc::strong_count(&guard), 1);
}
