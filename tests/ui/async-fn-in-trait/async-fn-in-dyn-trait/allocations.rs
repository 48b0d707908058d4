//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ aux-build: wait_once.rs
//@ aux-build: counting.rs
//@ edition: 2024
//@ compile-flags: -Copt-level=0
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A call through a `Boxing` makes one allocation. Making the `dyn` makes none, nor does a call of
// another method, of a future that is pointer-sized anyway, or without a `dyn`.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features, refining_impl_trait)]

extern crate counting;
extern crate run_ready;
extern crate wait_once;

use std::boxed::Boxing;
use std::future::{Ready, ready};
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;

use counting::count;
use run_ready::run;
use wait_once::wait_once;

trait Fetch {
    async fn fetch(&self, id: u32) -> u32;
    async fn twice(&self, id: u32) -> u32 {
        self.fetch(id).await + self.fetch(id).await
    }
    fn sync(&self) -> u32 {
        7
    }
}

struct Adder(u32);
impl Fetch for Adder {
    async fn fetch(&self, id: u32) -> u32 {
        let large = [id; 256];
        wait_once().await;
        self.0 + large[17]
    }
}

/// Its futures own nothing at all, so that a box of one is no allocation.
struct Zero;
impl Fetch for Zero {
    fn fetch(&self, _: u32) -> Never {
        Never
    }
}
struct Never;
impl Future for Never {
    type Output = u32;
    fn poll(self: Pin<&mut Self>, _: &mut std::task::Context<'_>) -> std::task::Poll<u32> {
        std::task::Poll::Ready(0)
    }
}

struct Plain;
impl Fetch for Plain {
    fn fetch(&self, id: u32) -> Pin<Box<Ready<u32>>> {
        Box::pin(ready(id))
    }
    fn twice(&self, id: u32) -> Number {
        Number(2 * id as usize)
    }
}
struct Number(usize);
impl Future for Number {
    type Output = u32;
    fn poll(self: Pin<&mut Self>, _: &mut std::task::Context<'_>) -> std::task::Poll<u32> {
        std::task::Poll::Ready(self.0 as u32)
    }
}

fn main() {
    let adder = Adder(1);
    let (allocated, freed, fetch) = count(|| -> &dyn Fetch { Boxing::new(&adder) });
    assert_eq!((allocated, freed), (0, 0));
    assert_eq!(count(|| run(fetch.fetch(1))), (1, 1, 2));
    // What is inside is not through the `dyn`.
    assert_eq!(count(|| run(fetch.twice(1))), (1, 1, 4));
    assert_eq!(count(|| fetch.sync()), (0, 0, 7));
    // The call allocates, not the first poll; dropping the future frees.
    let (allocated, freed, future) = count(|| fetch.fetch(1));
    assert_eq!((allocated, freed), (1, 0));
    assert_eq!(count(|| drop(future)), (0, 1, ()));

    assert_eq!(count(|| run(adder.fetch(1))), (0, 0, 2));
    assert_eq!(count(|| run(adder.twice(1))), (0, 0, 4));

    let (boxed, rc, arc) = (Box::new(Adder(2)), Rc::new(Adder(3)), Arc::new(Adder(4)));
    let (allocated, freed, all) = count(|| -> (Box<dyn Fetch>, Rc<dyn Fetch>, Arc<dyn Fetch>) {
        (Boxing::new(boxed), Boxing::new(rc), Boxing::new(arc))
    });
    assert_eq!((allocated, freed), (0, 0));
    assert_eq!(count(|| run(all.0.fetch(1))), (1, 1, 3));
    assert_eq!(count(|| run(all.1.fetch(1))), (1, 1, 4));
    assert_eq!(count(|| run(all.2.fetch(1))), (1, 1, 5));
    assert_eq!(count(|| drop(all)), (0, 3, ()));

    let zero: &dyn Fetch = Boxing::new(&Zero);
    assert_eq!(count(|| run(zero.fetch(1))), (0, 0, 0));

    // Without an adapter: what the impl allocates, and no more.
    let plain: &dyn Fetch = &Plain;
    assert_eq!(count(|| run(plain.fetch(5))), (1, 1, 5));
    assert_eq!(count(|| run(plain.twice(5))), (0, 0, 10));
}
