//@ run-pass
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A method without a future that takes `self` by value, on a `Box<dyn …>`: the value is moved out
// of the box, dropped once, and the box is freed by its allocator.

#![feature(allocator_api, dyn_by_value_self)]
#![allow(unreachable_code)]

use std::alloc::{AllocError, Allocator, Global, Layout};
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr::NonNull;
use std::rc::Rc;

trait Job {
    fn peek(&self) -> u32;
    fn run(self, more: u32) -> u32;
    fn panics(self);
    fn keep(self) -> Kept;
}

/// Counts when it is dropped.
#[derive(Clone)]
struct Counter(Rc<Cell<u32>>);

impl Drop for Counter {
    fn drop(&mut self) {
        self.0.set(self.0.get() + 1);
    }
}

struct Kept(#[allow(dead_code)] Counter);

#[repr(align(64))]
struct Aligned(u32, Counter);

impl Job for Aligned {
    fn peek(&self) -> u32 {
        self.0
    }
    fn run(self, more: u32) -> u32 {
        assert!((&raw const self).is_aligned());
        self.0 + more
    }
    fn panics(self) {
        panic!("on purpose");
    }
    fn keep(self) -> Kept {
        Kept(self.1)
    }
}

struct Zero;

impl Job for Zero {
    fn peek(&self) -> u32 {
        0
    }
    fn run(self, more: u32) -> u32 {
        more
    }
    fn panics(self) {}
    fn keep(self) -> Kept {
        Kept(Counter(Rc::default()))
    }
}

trait SubJob: Job {
    fn sub(self) -> u32;
}

impl SubJob for Aligned {
    fn sub(self) -> u32 {
        self.run(100)
    }
}

/// Counts what it has given out.
#[derive(Clone)]
struct Counting(Rc<Cell<i32>>);

unsafe impl Allocator for Counting {
    fn allocate(&self, layout: Layout) -> Result<NonNull<[u8]>, AllocError> {
        self.0.set(self.0.get() + 1);
        Global.allocate(layout)
    }
    unsafe fn deallocate(&self, ptr: NonNull<u8>, layout: Layout) {
        self.0.set(self.0.get() - 1);
        // SAFETY: `allocate` got it there.
        unsafe { Global.deallocate(ptr, layout) }
    }
}

struct Holder {
    job: Box<dyn Job>,
    left: String,
}

fn generic<R>(f: impl FnOnce() -> R) -> R {
    f()
}

fn main() {
    let drops = Rc::new(Cell::new(0));
    let aligned = || Aligned(1, Counter(drops.clone()));
    let new = || -> Box<dyn Job> { Box::new(aligned()) };

    // By method, by path, and through a supertrait.
    assert_eq!(new().run(2), 3);
    assert_eq!(drops.take(), 1);
    assert_eq!(Job::run(*new(), 3), 4);
    assert_eq!(<dyn Job>::run(*new(), 3), 4);
    assert_eq!(<dyn Job as Job>::run(*new(), 3), 4);
    assert_eq!(drops.take(), 3);
    let sub: Box<dyn SubJob> = Box::new(aligned());
    assert_eq!(sub.run(4), 5);
    let sub: Box<dyn SubJob> = Box::new(aligned());
    assert_eq!(sub.sub(), 101);
    let sub: Box<dyn SubJob> = Box::new(aligned());
    let upcast: Box<dyn Job> = sub;
    assert_eq!(upcast.run(5), 6);
    assert_eq!(drops.take(), 3);
    let zero: Box<dyn Job> = Box::new(Zero);
    assert_eq!(zero.run(7), 7);

    // The arguments come after the receiver has been moved.
    let mut job = new();
    assert_eq!(
        job.run({
            job = Box::new(Zero);
            8
        }),
        9
    );
    assert_eq!(drops.take(), 1);
    assert_eq!(job.run(1), 1);

    // A method that panics has dropped it, and one that keeps a part has not.
    assert!(catch_unwind(AssertUnwindSafe(|| new().panics())).is_err());
    assert_eq!(drops.take(), 1);
    let kept = new().keep();
    assert_eq!(drops.get(), 0);
    drop(kept);
    assert_eq!(drops.take(), 1);
    // Nor is it lost if an argument panics before the call.
    let panics = || new().run(panic!("on purpose"));
    assert!(catch_unwind(AssertUnwindSafe(panics)).is_err());
    assert_eq!(drops.take(), 1);

    // Out of a struct, a tuple, a closure, and where it is moved in one branch only.
    let holder = Holder { job: new(), left: "left".to_string() };
    assert_eq!(holder.job.run(1), 2);
    assert_eq!(holder.left, "left");
    let tuple = (new(), new());
    assert_eq!(tuple.1.run(1), 2);
    assert_eq!(tuple.0.peek(), 1);
    drop(tuple.0);
    assert_eq!(drops.take(), 3);
    let job = new();
    assert_eq!(generic(|| job.run(1)), 2);
    let job = new();
    let unused = move || job.run(1);
    assert_eq!(drops.take(), 1);
    drop(unused);
    assert_eq!(drops.take(), 1);
    for run in [true, false] {
        let job = new();
        if run {
            assert_eq!(job.run(1), 2);
            assert_eq!(drops.take(), 1);
        }
    }
    assert_eq!(drops.take(), 1);
    let mut jobs = vec![new(), new(), new()];
    assert_eq!(jobs.pop().unwrap().run(1), 2);
    assert_eq!(jobs.into_iter().map(|job| job.run(1)).sum::<u32>(), 4);
    assert_eq!(drops.take(), 3);

    // The box goes back to where it comes from, also if the method unwinds.
    let counting = Counting(Rc::default());
    let allocated = counting.0.clone();
    let boxed = || -> Box<dyn Job, Counting> { Box::new_in(aligned(), counting.clone()) };
    let job = boxed();
    assert_eq!(allocated.get(), 1);
    assert_eq!(job.run(1), 2);
    assert_eq!(allocated.get(), 0);
    assert!(catch_unwind(AssertUnwindSafe(|| boxed().panics())).is_err());
    assert_eq!(allocated.get(), 0);
    drop(boxed().keep());
    assert_eq!((allocated.get(), drops.take()), (0, 3));
    // The allocator goes with the box.
    drop(counting);
    assert_eq!(Rc::strong_count(&allocated), 1);
}
