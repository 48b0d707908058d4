//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// Each pointer calls the method of what it points to, however that takes `self`, and owns
// nothing twice.

#![feature(async_fn_in_dyn_trait, dyn_trait_impls)]
#![allow(incomplete_features)]

extern crate run_ready;

use std::borrow::dyn_trait;
use std::boxed::Boxing;
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;

use run_ready::run;

#[dyn_trait]
trait Shared {
    const ID: u32;
    type Item: Copy;
    fn describe() -> &'static str;
    fn get(&self) -> Self::Item;
    fn explicit(self: &Self) -> u32;
    async fn fetch(&self, more: u32) -> u32;
    fn defaulted(&self) -> u32 {
        1
    }
    async fn defaulted_async(&self) -> u32 {
        1
    }
}

#[dyn_trait]
trait Unique {
    fn add(&mut self, more: u32) -> &mut u32;
    async fn add_async(&mut self, more: u32) -> u32;
}

#[dyn_trait]
trait ByValue {
    fn peek(&self) -> u32;
    fn close(self) -> u32;
    async fn close_async(self, more: u32) -> u32;
    fn panics(self);
    fn boxed(self: Box<Self>) -> u32;
    fn pinned(self: Pin<Box<Self>>) -> u32;
}

#[dyn_trait]
trait Counted {
    fn count(self: Rc<Self>) -> usize;
    fn peek(&self) -> u32;
}

#[dyn_trait]
trait AtomicallyCounted {
    async fn count(self: Arc<Self>) -> usize;
}

#[dyn_trait]
trait Pinned {
    fn poll_it(self: Pin<&mut Self>) -> &mut u32;
}

#[dyn_trait]
trait PinnedShared {
    async fn look(self: Pin<&Self>) -> u32;
}

struct Value<'c>(u32, &'c Cell<u32>);

impl Drop for Value<'_> {
    fn drop(&mut self) {
        self.1.set(self.1.get() + 1);
    }
}

impl Shared for Value<'_> {
    const ID: u32 = 7;
    type Item = u32;
    fn describe() -> &'static str {
        "a value"
    }
    fn get(&self) -> u32 {
        self.0
    }
    fn explicit(&self) -> u32 {
        self.0
    }
    async fn fetch(&self, more: u32) -> u32 {
        self.0 + more
    }
    fn defaulted(&self) -> u32 {
        2
    }
    async fn defaulted_async(&self) -> u32 {
        2
    }
}

impl Unique for Value<'_> {
    fn add(&mut self, more: u32) -> &mut u32 {
        self.0 += more;
        &mut self.0
    }
    async fn add_async(&mut self, more: u32) -> u32 {
        self.0 += more;
        self.0
    }
}

impl ByValue for Value<'_> {
    fn peek(&self) -> u32 {
        self.0
    }
    fn close(self) -> u32 {
        self.0
    }
    async fn close_async(self, more: u32) -> u32 {
        self.0 + more
    }
    fn panics(self) {
        panic!("on purpose");
    }
    fn boxed(self: Box<Self>) -> u32 {
        self.0
    }
    fn pinned(self: Pin<Box<Self>>) -> u32 {
        self.0
    }
}

impl Counted for Value<'_> {
    fn count(self: Rc<Self>) -> usize {
        Rc::strong_count(&self)
    }
    fn peek(&self) -> u32 {
        self.0
    }
}

impl AtomicallyCounted for Value<'_> {
    async fn count(self: Arc<Self>) -> usize {
        Arc::strong_count(&self)
    }
}

impl Pinned for Value<'_> {
    fn poll_it(self: Pin<&mut Self>) -> &mut u32 {
        &mut self.get_mut().0
    }
}

impl PinnedShared for Value<'_> {
    async fn look(self: Pin<&Self>) -> u32 {
        self.0
    }
}

fn shared<S: Shared<Item = u32>>(s: S) {
    assert_eq!(S::ID, 7);
    assert_eq!(S::describe(), "a value");
    assert_eq!(s.get() + s.explicit(), 6);
    assert_eq!(run(s.fetch(1)), 4);
    assert_eq!(s.defaulted(), 2);
    assert_eq!(run(s.defaulted_async()), 2);
}

fn unique(mut u: impl Unique) {
    *u.add(1) += 1;
    assert_eq!(run(u.add_async(1)), 6);
}

fn by_value<B: ByValue>(make: impl Fn() -> B) {
    assert_eq!(make().peek(), 3);
    assert_eq!(make().close(), 3);
    assert_eq!(run(make().close_async(1)), 4);
    drop(make().close_async(1));
    assert!(catch_unwind(AssertUnwindSafe(|| make().panics())).is_err());
    assert_eq!(Box::new(make()).boxed(), 3);
    assert_eq!(Box::pin(make()).pinned(), 3);
}

fn pinned(mut p: impl Pinned + Unpin) {
    *Pin::new(&mut p).poll_it() += 1;
    assert_eq!(*Pin::new(&mut p).poll_it(), 4);
}

fn pinned_shared(p: impl PinnedShared + Unpin) {
    assert_eq!(run(Pin::new(&p).look()), 3);
}

fn main() {
    let drops = &Cell::new(0);
    let value = || Value(3, drops);

    shared(value());
    shared(&value());
    shared(&mut value());
    shared(Box::new(value()));
    shared(Rc::new(value()));
    shared(Arc::new(value()));
    shared(&&Rc::new(&mut Box::new(value())));
    assert_eq!(drops.take(), 7);

    unique(&mut value());
    unique(Box::new(value()));
    unique(&mut Box::new(value()));
    let boxed: Box<dyn Unique + '_> = Boxing::new(Box::new(value()));
    unique(boxed);
    assert_eq!(drops.take(), 4);

    by_value(|| Box::new(value()));
    assert_eq!(drops.take(), 7);
    by_value(|| Box::new(Box::new(value())));
    assert_eq!(drops.take(), 7);
    by_value(|| -> Box<dyn ByValue + '_> { Boxing::new(Box::new(value())) });
    assert_eq!(drops.take(), 7);

    let rc = Rc::new(value());
    assert_eq!(Rc::new(rc.clone()).count(), 2);
    let twice = Rc::new(rc.clone());
    assert_eq!(twice.clone().count(), 3);
    let object: Rc<dyn Counted + '_> = rc.clone();
    assert_eq!(Counted::peek(&object), 3);
    assert_eq!(Rc::new(object).count(), 3);
    drop((rc, twice));
    assert_eq!(drops.take(), 1);

    let arc = Arc::new(value());
    assert_eq!(run(Arc::new(arc.clone()).count()), 2);
    drop(arc);
    assert_eq!(drops.take(), 1);

    pinned(&mut value());
    pinned(Box::new(value()));
    let boxed: Box<dyn Pinned + Unpin + '_> = Box::new(value());
    pinned(boxed);
    pinned_shared(&value());
    pinned_shared(Rc::new(value()));
    assert_eq!(drops.take(), 5);
}
