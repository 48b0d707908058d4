//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ edition: 2024
//@ revisions: current next optimized
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally
//@[optimized] compile-flags: -Copt-level=3 -Zmir-opt-level=4 -Zvalidate-mir

// Async calls on a `dyn` type whose trait has methods that a vtable can't have, async ones among
// them: through an adapter and without one, placed, with promises, upcast, and as a function value.
// A method that can't be called asks nothing of its future.

#![feature(async_fn_in_dyn_trait, dyn_method_scope, dyn_placement, return_type_notation)]
#![allow(dead_code)]
#![feature(async_auto_trait_bounds, refine)]
#![allow(incomplete_features)]

extern crate run_ready;

use std::boxed::Boxing;
use std::fmt::Debug;
use std::future::dyn_box;
use std::pin::Pin;

use run_ready::run;

trait Store: Debug {
    type Item;
    async fn get(&self, key: &str) -> Option<String>;
    fn map<R>(&self, f: impl Fn(&str) -> R) -> Vec<R>;
    fn open(path: &str) -> Self;
    async fn merge(&mut self, other: &Self);
    const NAME: &'static str;
    async fn item(&self) -> Vec<Self::Item>;
    async fn next(&self) -> Option<Box<dyn Store<Item = Self::Item>>>
    where
        Self::Item: 'static;
    fn len(&self) -> usize;
}

trait Sub: Store {
    async fn sub(&self, more: u32) -> u32;
    async fn copy(&self) -> Self;
}

#[derive(Debug)]
struct Memory(String);

impl Store for Memory {
    type Item = u8;
    async fn get(&self, key: &str) -> Option<String> {
        self.0.contains(key).then(|| self.0.clone())
    }
    fn map<R>(&self, f: impl Fn(&str) -> R) -> Vec<R> {
        vec![f(&self.0)]
    }
    fn open(path: &str) -> Memory {
        Memory(path.to_owned())
    }
    async fn merge(&mut self, other: &Memory) {
        self.0.push_str(&other.0);
    }
    const NAME: &'static str = "memory";
    async fn item(&self) -> Vec<u8> {
        self.0.bytes().collect()
    }
    async fn next(&self) -> Option<Box<dyn Store<Item = u8>>> {
        Some(Boxing::new(Box::new(Memory(self.0[1..].to_owned()))))
    }
    fn len(&self) -> usize {
        self.0.len()
    }
}

impl Sub for Memory {
    async fn sub(&self, more: u32) -> u32 {
        self.0.len() as u32 + more
    }
    async fn copy(&self) -> Memory {
        Memory(self.0.clone())
    }
}

// `merge` returns a future of 1 KiB, and this needs no adapter.
#[derive(Debug)]
struct Boxed;

trait Get {
    async fn get(&self) -> u32;
    async fn merge(&mut self, other: &Self);
    async fn generic<T>(&self, _: T) {}
}

impl Get for Boxed {
    #[refine]
    fn get(&self) -> Pin<Box<impl Future<Output = u32>>> {
        Box::pin(async { 5 })
    }
    async fn merge(&mut self, _: &Self) {
        let large = [1u8; 1024];
        std::future::ready(()).await;
        std::hint::black_box(large);
    }
}

async fn first(s: &dyn Store<Item = u8>) -> Option<String> {
    assert_eq!(format!("{s:?}"), "Memory(\"abc\")");
    s.get("a").await
}

fn needs_send<T: Send>(value: T) -> T {
    value
}

fn main() {
    let memory = Memory::open("abc");
    assert_eq!(Memory::NAME, "memory");
    let s: &dyn Store<Item = u8> = Boxing::new(&memory);
    assert_eq!(run(first(s)), Some("abc".to_owned()));
    assert_eq!(run(s.item()), b"abc");
    assert_eq!(s.len(), 3);
    let next = run(s.next()).unwrap();
    assert_eq!((next.len(), run(next.get("b"))), (2, Some("bc".to_owned())));
    let less: &dyn Store = s;
    assert_eq!(run(less.get("c")), Some("abc".to_owned()));

    let sub: &dyn Sub<Item = u8> = Boxing::new(&memory);
    assert_eq!(run(sub.sub(1)), 4);
    assert_eq!(run(sub.get("x")), None);
    let up: &dyn Store<Item = u8> = sub;
    assert_eq!(run(up.item()), b"abc");

    assert_eq!(run(<dyn Sub<Item = u8>>::sub(sub, 2)), 5);
    let f = <dyn Store<Item = u8>>::get;
    assert_eq!(run(f(s, "b")), Some("abc".to_owned()));
    let all = [s, up].map(<dyn Store<Item = u8>>::item);
    assert_eq!(all.into_iter().map(|item| run(item).len()).sum::<usize>(), 6);

    assert_eq!(run(dyn_box!(s.get("a"))), Some("abc".to_owned()));
    assert_eq!(run(dyn_box!(sub.sub(3))), 6);

    let promised: &dyn Store<Item = u8, get(..): Send> = Boxing::new(&memory);
    assert_eq!(run(needs_send(promised.get("a"))), Some("abc".to_owned()));
    let promised: &(dyn Sub<Item = u8> + async Send) = Boxing::new(&memory);
    assert_eq!(run(needs_send(promised.sub(0))), 3);

    let get: &dyn Get = &Boxed;
    assert_eq!(run(get.get()), 5);
}
