//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A `dyn` with futures implements its trait, for generic code and for forwarding impls.

#![feature(async_fn_in_dyn_trait, named_return_types)]
#![allow(incomplete_features)]

extern crate run_ready;

use std::boxed::Boxing;

use run_ready::run;

trait Fetch {
    async fn fetch(&mut self, id: u32) -> u32;
}

struct Adder(u32);
impl Fetch for Adder {
    async fn fetch(&mut self, id: u32) -> u32 {
        self.0 += id;
        self.0
    }
}

impl<F: Fetch + ?Sized> Fetch for &mut F {
    async fn fetch(&mut self, id: u32) -> u32 {
        (**self).fetch(id).await
    }
}
impl<F: Fetch + ?Sized> Fetch for Box<F> {
    async fn fetch(&mut self, id: u32) -> u32 {
        (**self).fetch(id).await
    }
}

async fn twice<F: Fetch + ?Sized>(f: &mut F) -> u32 {
    f.fetch(1).await + f.fetch(1).await
}
async fn owned(mut f: impl Fetch) -> u32 {
    f.fetch(1).await
}

/// A method's future, stored under its name: for a `dyn`, too.
struct Pending<'a, F: Fetch + ?Sized + 'a> {
    future: F::fetch<'a>,
}
fn start<'a, F: Fetch + ?Sized>(f: &'a mut F, id: u32) -> Pending<'a, F> {
    Pending { future: f.fetch(id) }
}

fn main() {
    let mut adder = Adder(0);
    let fetch: &mut dyn Fetch = Boxing::new(&mut adder);
    assert_eq!(run(twice(fetch)), 3);
    assert_eq!(run(twice(&mut &mut *fetch)), 7);
    assert_eq!(run(owned(&mut *fetch)), 5);
    let Pending::<'_, dyn Fetch> { future } = start(fetch, 1);
    assert_eq!(run(future), 6);
    let future: <dyn Fetch as Fetch>::fetch<'_> = fetch.fetch(1);
    assert_eq!(size_of_val(&future), 2 * size_of::<usize>());
    assert_eq!(run(future), 7);

    let boxed: Box<dyn Fetch> = Boxing::new(Box::new(Adder(10)));
    assert_eq!(run(owned(boxed)), 11);

    // An adapted `Box<dyn Fetch>` in another `dyn`.
    let boxed: Box<dyn Fetch> = Boxing::new(Box::new(Adder(20)));
    let mut twice_boxed: Box<dyn Fetch> = Boxing::new(Box::new(boxed));
    assert_eq!(run(twice(&mut *twice_boxed)), 43);

    // Called by path.
    assert_eq!(run(<dyn Fetch>::fetch(&mut *twice_boxed, 1)), 23);
    assert_eq!(run(<dyn Fetch as Fetch>::fetch(&mut *twice_boxed, 1)), 24);
    assert_eq!(run(Fetch::fetch(&mut *twice_boxed, 1)), 25);
    let pointer = <dyn Fetch as Fetch>::fetch;
    assert_eq!(run(pointer(&mut *twice_boxed, 1)), 26);
}
