//@ run-pass
//@ aux-build: ../../../named-return-types/auxiliary/run_ready.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// What becomes a `dyn` type whose futures have no size: any type, an adapter, a `dyn Fetch`, and a
// `dyn` of a subtrait. It becomes a `dyn` type of a supertrait that says the same.

#![feature(async_fn_in_dyn_trait, return_type_notation, dyn_placement)]
#![feature(async_auto_trait_bounds)]
#![allow(incomplete_features)]

extern crate run_ready;

use std::boxed::Boxing;
use std::fmt::Debug;
use std::future::dyn_box;
use std::pin::Pin;
use std::rc::Rc;

use run_ready::run;

trait Name {
    fn name(&self) -> &'static str;
}

trait Fetch: Debug {
    async fn fetch(&self, id: u32) -> u32;
}

trait Both: Fetch + Name {
    async fn both(&self) -> u32 {
        7
    }
}

#[derive(Debug)]
struct Echo;

impl Fetch for Echo {
    async fn fetch(&self, id: u32) -> u32 {
        id
    }
}

impl Name for Echo {
    fn name(&self) -> &'static str {
        "echo"
    }
}

impl Both for Echo {}

type Unsized = dyn Fetch<fetch(..): ?Sized>;

fn fetch(f: &Unsized) -> u32 {
    run(dyn_box!(f.fetch(3)))
}

fn generic(name: &(impl Name + ?Sized), debug: &(impl Debug + ?Sized)) -> String {
    format!("{} {debug:?}", name.name())
}

fn main() {
    assert_eq!(fetch(&Echo), 3);
    assert_eq!(fetch(Boxing::from_ref(&Echo)), 3);
    let adapted: &dyn Fetch = Boxing::from_ref(&Echo);
    assert_eq!(fetch(adapted), 3);
    assert_eq!(run(adapted.fetch(4)), 4);
    let sendable: &(dyn Fetch<fetch(..): ?Sized + Send> + Sync) = &Echo;
    assert_eq!(fetch(sendable), 3);
    let adapted: &(dyn Fetch<fetch(..): Send> + Sync) = Boxing::from_ref(&Echo);
    let sendable: &dyn Fetch<fetch(..): ?Sized + Send> = adapted;
    let of_all: &(dyn Fetch + async ?Sized) = sendable;
    assert_eq!(fetch(of_all), 3);

    let both: &dyn Both<fetch(..): ?Sized, both(..): ?Sized> = &Echo;
    assert_eq!(run(dyn_box!(both.both())), 7);
    assert_eq!(run(dyn_box!(both.fetch(8))), 8);
    assert_eq!(fetch(both), 3);
    assert_eq!(generic(both, both), "echo Echo");
    let name: &dyn Name = both;
    let debug: &dyn Debug = both;
    assert_eq!(generic(name, debug), "echo Echo");
    let of_all: &(dyn Both + async ?Sized) = both;
    assert_eq!(fetch(of_all), 3);

    let rc: Rc<Unsized> = Rc::new(Echo);
    assert_eq!(fetch(&*rc), 3);
    let pinned: Pin<Box<Unsized>> = Box::pin(Echo);
    assert_eq!(fetch(&*pinned), 3);
    let raw: *const Unsized = &Echo;
    let raw = raw as *const (dyn Fetch<fetch(..): ?Sized> + 'static);
    // SAFETY: it is promoted.
    assert_eq!(fetch(unsafe { &*raw }), 3);
}
