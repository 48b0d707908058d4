//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A type becomes a `dyn` without an adapter if its futures have the size and alignment of a
// pointer, and its impl says so.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features, refining_impl_trait)]

extern crate run_ready;

use std::future::{Ready, ready};
use std::pin::Pin;
use std::task::{Context, Poll};

use run_ready::run;

trait Fetch {
    async fn fetch(&mut self, id: u32) -> u32;
}

struct Opaque(u32);
impl Fetch for Opaque {
    fn fetch(&mut self, id: u32) -> Pin<Box<impl Future<Output = u32>>> {
        Box::pin(async move {
            self.0 += id;
            self.0
        })
    }
}

struct Named;
impl Fetch for Named {
    fn fetch(&mut self, id: u32) -> Pin<Box<Ready<u32>>> {
        Box::pin(ready(id))
    }
}

// A box needs no pin around it where what is in it can move.
struct Unpinned;
impl Fetch for Unpinned {
    fn fetch(&mut self, id: u32) -> Box<Ready<u32>> {
        Box::new(ready(id + 1))
    }
}

/// A future that a source holds on to, and lends.
struct Lent(Ready<u32>);
impl Fetch for Lent {
    fn fetch(&mut self, id: u32) -> Pin<&mut Ready<u32>> {
        self.0 = ready(id + 2);
        Pin::new(&mut self.0)
    }
}

#[repr(transparent)]
struct Wrapped<F>(Pin<Box<F>>);
impl<F: Future> Future for Wrapped<F> {
    type Output = F::Output;
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        self.0.as_mut().poll(cx)
    }
}
struct Wraps;
impl Fetch for Wraps {
    fn fetch(&mut self, id: u32) -> Wrapped<impl Future<Output = u32>> {
        Wrapped(Box::pin(async move { id + 3 }))
    }
}

/// This is no pointer, but fits in one.
struct Number(usize);
impl Future for Number {
    type Output = u32;
    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<u32> {
        Poll::Ready(self.0 as u32)
    }
}
struct Numbers;
impl Fetch for Numbers {
    fn fetch(&mut self, id: u32) -> Number {
        Number(id as usize + 4)
    }
}

/// Generic over what is behind the pointer.
struct Generic<F>(F);
impl<F: Future<Output = u32> + Clone> Fetch for Generic<F> {
    fn fetch(&mut self, _: u32) -> Pin<Box<F>> {
        Box::pin(self.0.clone())
    }
}
fn generic<F: Future<Output = u32> + Clone>(f: &mut Generic<F>) -> &mut (dyn Fetch + '_) {
    f
}

fn fetch(f: &mut dyn Fetch, id: u32) -> u32 {
    run(f.fetch(id))
}

fn main() {
    assert_eq!(fetch(&mut Opaque(5), 1), 6);
    assert_eq!(fetch(&mut Named, 1), 1);
    assert_eq!(fetch(&mut Unpinned, 1), 2);
    assert_eq!(fetch(&mut Lent(ready(0)), 1), 3);
    assert_eq!(fetch(&mut Wraps, 1), 4);
    assert_eq!(fetch(&mut Numbers, 1), 5);
    assert_eq!(fetch(generic(&mut Generic(ready(7))), 1), 7);

    let mut boxed: Box<dyn Fetch> = Box::new(Opaque(10));
    assert_eq!(run(boxed.fetch(1)), 11);
    assert_eq!(run(boxed.fetch(1)), 12);
}
