//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ aux-build: wait_once.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// Every receiver that a `dyn` can have.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

extern crate run_ready;
extern crate wait_once;

use std::boxed::Boxing;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;

use run_ready::run;
use wait_once::wait_once;

trait Receivers {
    async fn shared(&self) -> u32;
    async fn mutable(&mut self) -> u32;
    async fn boxed(self: Box<Self>) -> u32;
    async fn rc(self: Rc<Self>) -> u32;
    async fn arc(self: Arc<Self>) -> u32;
    async fn pin_mut(self: Pin<&mut Self>) -> u32;
    async fn pin_ref(self: Pin<&Self>) -> u32;
    async fn pin_box(self: Pin<Box<Self>>) -> u32;
    async fn nested(self: &Self, _: &u32) -> u32;
}

/// It counts how often it is dropped.
struct Value<'a>(u32, &'a std::cell::Cell<u32>);
impl Drop for Value<'_> {
    fn drop(&mut self) {
        self.1.set(self.1.get() + 1);
    }
}

impl Receivers for Value<'_> {
    async fn shared(&self) -> u32 {
        wait_once().await;
        self.0
    }
    async fn mutable(&mut self) -> u32 {
        wait_once().await;
        self.0 += 1;
        self.0
    }
    async fn boxed(self: Box<Self>) -> u32 {
        wait_once().await;
        self.0
    }
    async fn rc(self: Rc<Self>) -> u32 {
        wait_once().await;
        self.0
    }
    async fn arc(self: Arc<Self>) -> u32 {
        wait_once().await;
        self.0
    }
    async fn pin_mut(mut self: Pin<&mut Self>) -> u32 {
        wait_once().await;
        self.0 += 1;
        self.0
    }
    async fn pin_ref(self: Pin<&Self>) -> u32 {
        wait_once().await;
        self.0
    }
    async fn pin_box(self: Pin<Box<Self>>) -> u32 {
        wait_once().await;
        self.0
    }
    async fn nested(self: &Self, other: &u32) -> u32 {
        wait_once().await;
        self.0 + other
    }
}

fn main() {
    let drops = std::cell::Cell::new(0);
    let new = |number| Value(number, &drops);

    let mut value = new(1);
    let shared: &dyn Receivers = Boxing::new(&value);
    assert_eq!(run(shared.shared()), 1);
    assert_eq!(run(shared.nested(&4)), 5);
    let pinned: Pin<&dyn Receivers> = Boxing::new(Pin::new(&value));
    assert_eq!(run(pinned.pin_ref()), 1);
    let mutable: &mut dyn Receivers = Boxing::new(&mut value);
    assert_eq!(run(mutable.mutable()), 2);
    let mut pinned: Pin<&mut dyn Receivers> = Boxing::new(Pin::new(&mut value));
    assert_eq!(run(pinned.as_mut().pin_mut()), 3);
    assert_eq!(run(pinned.as_mut().pin_mut()), 4);
    assert_eq!(drops.get(), 0);
    drop(value);
    assert_eq!(drops.get(), 1);

    let boxed: Box<dyn Receivers + '_> = Boxing::new(Box::new(new(5)));
    assert_eq!(run(boxed.boxed()), 5);
    assert_eq!(drops.get(), 2);
    let rc: Rc<dyn Receivers + '_> = Boxing::new(Rc::new(new(6)));
    assert_eq!(run(rc.clone().rc()), 6);
    assert_eq!(drops.get(), 2);
    assert_eq!(run(rc.rc()), 6);
    assert_eq!(drops.get(), 3);
    let arc: Arc<dyn Receivers + '_> = Boxing::new(Arc::new(new(7)));
    assert_eq!(run(arc.arc()), 7);
    assert_eq!(drops.get(), 4);
    let pinned: Pin<Box<dyn Receivers + '_>> = Boxing::new(Box::pin(new(8)));
    assert_eq!(run(pinned.pin_box()), 8);
    assert_eq!(drops.get(), 5);

    // A receiver that is owned is dropped with a future that was never polled.
    let boxed: Box<dyn Receivers + '_> = Boxing::new(Box::new(new(9)));
    let future = boxed.boxed();
    assert_eq!(drops.get(), 5);
    drop(future);
    assert_eq!(drops.get(), 6);
}
