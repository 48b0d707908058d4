//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ aux-build: wait_once.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

//@ needs-unwind

// A future is dropped once, whenever that is: before it is polled first, between two polls, after
// it is done, as it panics, or with one that panics. So are its arguments and what it holds.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features, refining_impl_trait)]

extern crate run_ready;
extern crate wait_once;

use std::boxed::Boxing;
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;

use run_ready::run;
use wait_once::{poll_once, wait_once};

thread_local! {
    static DROPS: Cell<[u32; 3]> = const { Cell::new([0; 3]) };
}
const ARGUMENT: usize = 0;
const HELD: usize = 1;
const SELF: usize = 2;

struct Counted<const KIND: usize>;
impl<const KIND: usize> Drop for Counted<KIND> {
    fn drop(&mut self) {
        let mut drops = DROPS.get();
        drops[KIND] += 1;
        DROPS.set(drops);
    }
}
/// What has been dropped since this was asked last.
fn drops() -> [u32; 3] {
    DROPS.replace([0; 3])
}

trait Work {
    async fn work(&self, argument: Counted<ARGUMENT>, panic: bool) -> Counted<HELD>;
    async fn consume(self: Box<Self>, argument: Counted<ARGUMENT>);
}

struct Boxed(#[allow(dead_code)] Counted<SELF>);
impl Work for Boxed {
    async fn work(&self, _argument: Counted<ARGUMENT>, panic: bool) -> Counted<HELD> {
        let held = Counted::<HELD>;
        wait_once().await;
        if panic {
            panic!("as asked");
        }
        wait_once().await;
        held
    }
    async fn consume(self: Box<Self>, _argument: Counted<ARGUMENT>) {
        wait_once().await;
    }
}

/// The same without an adapter.
struct Plain(Boxed);
impl Work for Plain {
    fn work(
        &self,
        argument: Counted<ARGUMENT>,
        panic: bool,
    ) -> Pin<Box<impl Future<Output = Counted<HELD>>>> {
        Box::pin(self.0.work(argument, panic))
    }
    fn consume(
        self: Box<Self>,
        argument: Counted<ARGUMENT>,
    ) -> Pin<Box<impl Future<Output = ()>>> {
        Box::pin(Box::new(self.0).consume(argument))
    }
}

/// One that panics before there is a future.
struct Early(#[allow(dead_code)] Counted<SELF>);
impl Work for Early {
    #[allow(refining_impl_trait)]
    fn work(
        &self,
        argument: Counted<ARGUMENT>,
        _: bool,
    ) -> impl Future<Output = Counted<HELD>> {
        let _argument = argument;
        if true {
            panic!("before there is a future");
        }
        std::future::pending()
    }
    async fn consume(self: Box<Self>, _argument: Counted<ARGUMENT>) {}
}

fn check(work: Box<dyn Work>) {
    drop(work.work(Counted, false));
    assert_eq!(drops(), [1, 0, 0]);

    let mut future = Box::pin(work.work(Counted, false));
    assert!(poll_once(future.as_mut()).is_pending());
    assert_eq!(drops(), [0, 0, 0]);
    drop(future);
    assert_eq!(drops(), [1, 1, 0]);

    let mut future = Box::pin(work.work(Counted, false));
    assert!(poll_once(future.as_mut()).is_pending());
    assert!(poll_once(future.as_mut()).is_pending());
    drop(future);
    assert_eq!(drops(), [1, 1, 0]);

    let held = run(work.work(Counted, false));
    assert_eq!(drops(), [1, 0, 0]);
    drop(held);
    assert_eq!(drops(), [0, 1, 0]);

    // It panics: its locals are dropped as it unwinds, and it is not dropped again.
    let mut future = Box::pin(work.work(Counted, true));
    assert!(poll_once(future.as_mut()).is_pending());
    let outcome = catch_unwind(AssertUnwindSafe(|| poll_once(future.as_mut())));
    assert!(outcome.is_err());
    assert_eq!(drops(), [1, 1, 0]);
    drop(future);
    assert_eq!(drops(), [0, 0, 0]);

    // Something else panics while there is a future.
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        let _future = work.work(Counted, false);
        panic!("with a future");
    }));
    assert!(outcome.is_err());
    assert_eq!(drops(), [1, 0, 0]);

    // The future owns `self`.
    let mut future = Box::pin(work.consume(Counted));
    assert!(poll_once(future.as_mut()).is_pending());
    assert_eq!(drops(), [0, 0, 0]);
    drop(future);
    assert_eq!(drops(), [1, 0, 1]);
}

fn main() {
    check(Boxing::new(Box::new(Boxed(Counted))));
    check(Box::new(Plain(Boxed(Counted))));

    let early: Box<dyn Work> = Boxing::new(Box::new(Early(Counted)));
    let outcome = catch_unwind(AssertUnwindSafe(|| drop(early.work(Counted, false))));
    assert!(outcome.is_err());
    assert_eq!(drops(), [1, 0, 0]);
    drop(early);
    assert_eq!(drops(), [0, 0, 1]);
}
