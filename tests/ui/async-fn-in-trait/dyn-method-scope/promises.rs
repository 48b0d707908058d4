//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ edition: 2024
//@ revisions: current next optimized
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally
//@[optimized] compile-flags: -Copt-level=3 -Zmir-opt-level=4 -Zvalidate-mir

// What a `dyn` type promises of its futures, though it does not implement its trait: for a call,
// where it becomes one that promises less, and by a subtrait.

#![feature(async_fn_in_dyn_trait, dyn_method_scope, dyn_placement, return_type_notation)]
#![allow(dead_code)]
#![allow(incomplete_features)]

extern crate run_ready;

use std::boxed::Boxing;
use std::future::{Slot, dyn_in};
use std::pin::pin;

use run_ready::run;

trait Store {
    type Key;
    async fn get(&self, key: Self::Key) -> Option<Self::Key>;
    fn map<R>(&self, r: R) -> R;
    async fn merge(&mut self, other: &Self);
    async fn next(&self) -> Option<Box<dyn Store<Key = Self::Key>>>
    where
        Self::Key: 'static,
    {
        None
    }
}

trait Sub: Store<get(..): Send> {
    async fn sub(&self) -> u8 {
        1
    }
    fn generic<T>(&self, _: T) {}
}

struct Memory;

impl Store for Memory {
    type Key = u32;
    async fn get(&self, key: u32) -> Option<u32> {
        Some(key)
    }
    fn map<R>(&self, r: R) -> R {
        r
    }
    async fn merge(&mut self, _: &Memory) {}
}

impl Sub for Memory {}

fn send<T: Send>(value: T) -> T {
    value
}

fn in_future<'a>(
    s: &'a (dyn Store<Key = u32, get(..): Send> + Sync),
) -> impl Future<Output = u32> + Send + 'a {
    async move { send(s.get(1)).await.unwrap() + s.get(2).await.unwrap() }
}

fn less<'a>(s: &'a dyn Store<Key = u32, get(..): Send>) -> &'a dyn Store<Key = u32> {
    s
}

fn same<'a>(
    s: &'a (dyn Store<Key = u32, get(..): Send> + Sync),
) -> &'a dyn Store<Key = u32, get(..): Send> {
    s
}

fn upcast(s: &dyn Sub<Key = u32>) -> &dyn Store<Key = u32, get(..): Send> {
    s
}

fn main() {
    let memory = Memory;
    let s: &(dyn Store<Key = u32, get(..): Send> + Sync) = Boxing::new(&memory);
    assert_eq!(run(in_future(s)), 3);
    let mut slot = pin!(Slot::<64>::new());
    assert_eq!(run(dyn_in!(slot.as_mut(), same(s).get(7))), Some(7));
    assert_eq!(run(less(same(s)).get(8)), Some(8));

    let sub: &dyn Sub<Key = u32> = Boxing::new(&memory);
    assert_eq!(run(send(sub.get(5))), Some(5));
    assert_eq!(run(send(upcast(sub).get(6))), Some(6));
    assert_eq!(run(sub.sub()), 1);
    assert!(run(sub.next()).is_none());
}
