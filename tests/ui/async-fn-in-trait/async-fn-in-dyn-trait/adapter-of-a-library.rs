//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ aux-build: wait_once.rs
//@ aux-build: counting.rs
//@ aux-build: pool.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

//@ needs-unwind

// An adapter from another crate that never allocates: it keeps futures in static slots.

#![feature(async_fn_in_dyn_trait, return_type_notation)]
#![allow(incomplete_features)]

extern crate counting;
extern crate pool;
extern crate run_ready;
extern crate wait_once;

use std::boxed::Boxing;
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;
use std::sync::Arc;

use counting::count;
use pool::{Pooling, SLOTS, slots_in_use};
use run_ready::run;
use wait_once::{poll_once, wait_once};

trait Fetch {
    async fn fetch(&self, id: Rc<Cell<u32>>) -> u32;
    async fn fetch_send(&mut self, id: u32) -> u32;
}

struct Adder(u32);
impl Fetch for Adder {
    async fn fetch(&self, id: Rc<Cell<u32>>) -> u32 {
        wait_once().await;
        self.0 + id.get()
    }
    async fn fetch_send(&mut self, id: u32) -> u32 {
        wait_once().await;
        self.0 += id;
        self.0
    }
}

fn assert_send<T: Send>(t: T) -> T {
    t
}

fn main() {
    let id = Rc::new(Cell::new(1));
    let adder = Adder(1);
    let (allocated, _, result) = count(|| {
        let fetch: &dyn Fetch = Pooling::new(&adder);
        let future = fetch.fetch(id.clone());
        assert_eq!(slots_in_use(), 1);
        run(future)
    });
    assert_eq!((allocated, result), (0, 2));
    assert_eq!((slots_in_use(), Rc::strong_count(&id)), (0, 1));

    // Every kind of pointer.
    let mut boxed: Box<dyn Fetch<fetch_send(..): Send>> = Pooling::new(Box::new(Adder(2)));
    assert_eq!(run(assert_send(boxed.fetch_send(1))), 3);
    let arc: Arc<dyn Fetch> = Pooling::new(Arc::new(Adder(3)));
    assert_eq!(run(arc.fetch(id.clone())), 4);

    // Dropped before it is done.
    let mut future = Box::pin(arc.fetch(id.clone()));
    assert!(poll_once(future.as_mut()).is_pending());
    assert_eq!((slots_in_use(), Rc::strong_count(&id)), (1, 2));
    drop(future);
    assert_eq!((slots_in_use(), Rc::strong_count(&id)), (0, 1));

    // No slot is left: the call panics, and drops what it was given.
    let mut all: Vec<_> = (0..SLOTS).map(|_| arc.fetch(id.clone())).collect();
    let outcome = catch_unwind(AssertUnwindSafe(|| drop(arc.fetch(id.clone()))));
    assert!(outcome.is_err());
    assert_eq!((slots_in_use(), Rc::strong_count(&id)), (SLOTS, 1 + SLOTS));
    all.pop();
    assert_eq!(run(arc.fetch(id.clone())), 4);
    drop(all);
    assert_eq!((slots_in_use(), Rc::strong_count(&id)), (0, 1));

    // It makes the same type of `dyn` as any other.
    let mixed: [Box<dyn Fetch>; 2] =
        [Pooling::new(Box::new(Adder(5))), Boxing::new(Box::new(Adder(6)))];
    let results = mixed.each_ref().map(|fetch| run(fetch.fetch(id.clone())));
    assert_eq!(results, [6, 7]);
}
