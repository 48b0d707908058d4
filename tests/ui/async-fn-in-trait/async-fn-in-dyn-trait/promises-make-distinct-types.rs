//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ compile-flags: -Cdebuginfo=2
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// `dyn` types that differ in what they promise are distinct types with distinct names: for
// `TypeId`, in debug info, in symbols.

#![feature(async_fn_in_dyn_trait, return_type_notation, async_auto_trait_bounds)]
#![allow(incomplete_features)]

extern crate run_ready;

use std::any::{TypeId, type_name};
use std::boxed::Boxing;
use std::collections::HashSet;

use run_ready::run;

trait Fetch<T> {
    async fn fetch(&self) -> u8;
    async fn store(&self) -> u8;
}
trait Two: Fetch<u8> + Fetch<bool> {}
trait First: Fetch<u8, fetch(..): Send> {}

struct Value;
impl<T> Fetch<T> for Value {
    async fn fetch(&self) -> u8 {
        1
    }
    async fn store(&self) -> u8 {
        2
    }
}
impl Two for Value {}

struct Holder<T: ?Sized>(Box<T>);

#[inline(never)]
fn generic<T: ?Sized>(holder: Holder<T>) -> Holder<T> {
    std::hint::black_box(holder)
}

fn names<T: ?Sized + 'static>() -> (TypeId, &'static str) {
    (TypeId::of::<T>(), type_name::<T>())
}

fn main() {
    let all = [
        names::<dyn Fetch<u8>>(),
        names::<dyn Fetch<u8> + Send>(),
        names::<dyn Fetch<u8, fetch(..): Send>>(),
        names::<dyn Fetch<u8, store(..): Send>>(),
        names::<dyn Fetch<u8, fetch(..): Sync>>(),
        names::<dyn Fetch<u8, fetch(..): Send + Sync>>(),
        names::<dyn Fetch<u8> + async Send>(),
        names::<dyn Fetch<u16> + async Send>(),
        names::<dyn Two>(),
        names::<dyn Two + async Send>(),
        names::<dyn First>(),
    ];
    assert_eq!(all.iter().map(|(id, _)| id).collect::<HashSet<_>>().len(), all.len());
    assert_eq!(all.iter().map(|(_, name)| name).collect::<HashSet<_>>().len(), all.len());

    let fetch: Box<dyn Fetch<u8, fetch(..): Send>> = Boxing::new(Box::new(Value));
    let store: Box<dyn Fetch<u8, store(..): Send>> = Boxing::new(Box::new(Value));
    let both: Box<dyn Fetch<u8> + async Send> = Boxing::new(Box::new(Value));
    let two: Box<dyn Two + async Send> = Boxing::new(Box::new(Value));
    assert_eq!(run(generic(Holder(fetch)).0.fetch()), 1);
    assert_eq!(run(generic(Holder(store)).0.store()), 2);
    assert_eq!(run(generic(Holder(both)).0.store()), 2);
    assert_eq!(run(Fetch::<bool>::fetch(&*generic(Holder(two)).0)), 1);
}
