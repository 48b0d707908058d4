//@ check-pass
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// `core` has the attribute for references, `alloc` for all pointers.

#![feature(dyn_trait_impls)]
#![allow(async_fn_in_trait)]
#![no_std]
#![crate_type = "lib"]

extern crate alloc;

use alloc::boxed::Box;
use alloc::rc::Rc;
use alloc::sync::Arc;

mod without_alloc {
    #[core::borrow::dyn_trait]
    pub trait Sensor {
        async fn read(&mut self) -> u16;
    }

    #[core::borrow::dyn_trait]
    pub trait Clock {
        fn now(&self) -> u64;
        fn pinned(self: core::pin::Pin<&Self>) -> u64;
    }
}

mod with_alloc {
    #[alloc::borrow::dyn_trait]
    pub trait Sensor {
        async fn read(&self) -> u16;
    }
}

fn sensor(_: impl without_alloc::Sensor) {}
fn clock(_: impl without_alloc::Clock) {}
fn other(_: impl with_alloc::Sensor) {}

pub fn references(s: &mut impl without_alloc::Sensor, c: &(impl without_alloc::Clock + Unpin)) {
    sensor(s);
    clock(c);
}

pub fn pointers<S: with_alloc::Sensor>(s: [S; 4]) {
    other(&s[0]);
    let [a, b, c, d] = s;
    other(Box::new(a));
    other(Rc::new(b));
    other(Arc::new(c));
    other(d);
}

// A person's own, where `core`'s makes none.
impl<T: without_alloc::Clock> without_alloc::Clock for Box<T> {
    fn now(&self) -> u64 {
        (**self).now()
    }
    fn pinned(self: core::pin::Pin<&Self>) -> u64 {
        0
    }
}
