//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ aux-build: wait_once.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// `Boxing::new` takes every kind of pointer, and gives the same kind.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

extern crate run_ready;
extern crate wait_once;

use std::boxed::Boxing;
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::sync::Arc;

use run_ready::run;
use wait_once::wait_once;

trait Fetch {
    async fn fetch(&self, id: u32) -> u32;
}
trait FetchMut {
    async fn fetch_mut(&mut self, id: u32) -> u32;
}

struct Adder(u32);
impl Fetch for Adder {
    async fn fetch(&self, id: u32) -> u32 {
        wait_once().await;
        self.0 + id
    }
}
impl FetchMut for Adder {
    async fn fetch_mut(&mut self, id: u32) -> u32 {
        wait_once().await;
        self.0 += id;
        self.0
    }
}

fn main() {
    let mut adder = Adder(1);

    let shared: &dyn Fetch = Boxing::new(&adder);
    assert_eq!(run(shared.fetch(1)), 2);
    let mutable: &mut dyn FetchMut = Boxing::new(&mut adder);
    assert_eq!(run(mutable.fetch_mut(1)), 2);
    assert_eq!(adder.0, 2);

    let mut boxed: Box<dyn FetchMut> = Boxing::new(Box::new(Adder(2)));
    assert_eq!(run(boxed.fetch_mut(1)), 3);
    let rc: Rc<dyn Fetch> = Boxing::new(Rc::new(Adder(3)));
    assert_eq!(run(rc.clone().fetch(1)), 4);
    let arc: Arc<dyn Fetch> = Boxing::new(Arc::new(Adder(4)));
    assert_eq!(run(arc.clone().fetch(1)), 5);

    let pinned: Pin<&dyn Fetch> = Boxing::new(Pin::new(&adder));
    assert_eq!(run(pinned.fetch(1)), 3);
    let mut value = pin!(Adder(5));
    let mut pinned: Pin<&mut (dyn FetchMut + Unpin)> = Boxing::new(value.as_mut());
    assert_eq!(run(pinned.fetch_mut(1)), 6);
    let mut pinned: Pin<Box<dyn FetchMut + Unpin>> = Boxing::new(Box::pin(Adder(6)));
    assert_eq!(run(pinned.fetch_mut(1)), 7);
    let pinned: Pin<Rc<dyn Fetch>> = Boxing::new(Rc::pin(Adder(7)));
    assert_eq!(run(pinned.fetch(1)), 8);
    let pinned: Pin<Arc<dyn Fetch>> = Boxing::new(Arc::pin(Adder(8)));
    assert_eq!(run(pinned.fetch(1)), 9);

    // What is behind the pointer is dropped, counted and freed as ever.
    assert_eq!(Rc::strong_count(&rc), 1);
    assert_eq!(Arc::strong_count(&arc), 1);
    let weak = Rc::downgrade(&rc);
    drop(rc);
    assert!(weak.upgrade().is_none());
}
