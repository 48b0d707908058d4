//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ aux-build: wait_once.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// `dyn Fetch<fetch(..): Send>` promises that the futures of `fetch` are `Send`.

#![feature(async_fn_in_dyn_trait, return_type_notation, named_return_types)]
#![allow(incomplete_features, refining_impl_trait)]

extern crate run_ready;
extern crate wait_once;

use std::boxed::Boxing;
use std::pin::Pin;
use std::sync::Arc;
use std::thread;

use run_ready::run;
use wait_once::wait_once;

trait Fetch {
    async fn fetch(&mut self, id: u32) -> u32;
    async fn peek(&self, id: &u32) -> u32 {
        *id
    }
}

struct Adder(u32);
impl Fetch for Adder {
    async fn fetch(&mut self, id: u32) -> u32 {
        wait_once().await;
        self.0 += id;
        self.0
    }
}

/// Futures that are `Send` without an adapter.
struct Plain(u32);
impl Fetch for Plain {
    fn fetch(&mut self, id: u32) -> Pin<Box<impl Future<Output = u32> + Send>> {
        Box::pin(async move { self.0 + id })
    }
    fn peek(&self, id: &u32) -> Pin<Box<impl Future<Output = u32>>> {
        Box::pin(async move { self.0 + id })
    }
}

type DynFetch<'bound> = dyn Fetch<fetch(..): Send> + 'bound;
type SendDynFetch<'bound> = dyn Fetch<fetch(..): Send> + Send + 'bound;

async fn go(f: &mut DynFetch<'_>, id: u32) -> u32 {
    f.fetch(id).await + f.fetch(id).await
}
// This holds the `dyn`, too, where it is suspended.
async fn go_elsewhere(f: &mut SendDynFetch<'_>, id: u32) -> u32 {
    f.fetch(id).await + f.fetch(id).await
}

fn assert_send<T: Send>(t: T) -> T {
    t
}
fn assert_sync<T: Sync>(t: T) -> T {
    t
}
fn spawn<F: Future<Output: Send> + Send + 'static>(future: F) -> F::Output
where
    F::Output: 'static,
{
    thread::spawn(move || run(future)).join().unwrap()
}

// Generic code that asks for the same.
fn generic<F: Fetch + Send + ?Sized + 'static>(mut f: Box<F>) -> u32
where
    F::fetch(..): Send,
{
    spawn(async move { f.fetch(3).await })
}
fn bound<F: Fetch<fetch(..): Send, peek(..): Send> + ?Sized>(f: &mut F) -> u32 {
    run(assert_send(f.peek(&1))) + run(assert_send(f.fetch(1)))
}

// A bound, in the form of an associated type.
fn by_name(f: &mut dyn Fetch<fetch: Send>) -> u32 {
    run(assert_send(f.fetch(4)))
}

// Several traits, several methods.
fn many(f: &mut dyn Fetch<fetch(..): Send + Sync + Unpin, peek(..): Send>) -> u32 {
    let _ = assert_send(f.peek(&1));
    run(assert_sync(assert_send(f.fetch(5))))
}

fn main() {
    let mut adder = Adder(0);
    assert_eq!(run(go(Boxing::new(&mut adder), 1)), 3);
    assert_eq!(run(go(&mut Plain(1), 1)), 4);
    assert_eq!(run(assert_send(go_elsewhere(Boxing::new(&mut adder), 1))), 7);
    assert_eq!(run(assert_send(go_elsewhere(&mut Plain(1), 1))), 4);

    // Spawned, with the value.
    let mut boxed: Box<dyn Fetch<fetch(..): Send> + Send> = Boxing::new(Box::new(Adder(10)));
    assert_eq!(spawn(async move { boxed.fetch(1).await + go_elsewhere(&mut *boxed, 1).await }), 36);
    let boxed: Box<dyn Fetch<fetch(..): Send> + Send> = Box::new(Plain(10));
    assert_eq!(generic(boxed), 13);

    // To a `dyn` that promises less, in several steps.
    let mut boxed: Box<dyn Fetch<fetch(..): Send + Sync, peek(..): Send>> =
        Boxing::new(Box::new(Adder(20)));
    assert_eq!(bound(&mut *boxed), 22);
    let mut boxed: Box<dyn Fetch<fetch(..): Send, peek(..): Send>> = boxed;
    assert_eq!(bound(&mut *boxed), 23);
    assert_eq!(by_name(&mut *boxed), 26);
    let mut boxed: Box<dyn Fetch<fetch(..): Send>> = boxed;
    assert_eq!(run(go(&mut *boxed, 1)), 55);
    let mut boxed: Box<dyn Fetch> = boxed;
    assert_eq!(run(boxed.fetch(1)), 29);

    // The order in which promises are written does not matter, nor the syntax.
    let boxed: Box<dyn Fetch<fetch(..): Send + Sync, peek(..): Send>> =
        Boxing::new(Box::new(Adder(30)));
    let same: Box<dyn Fetch<peek: Send, fetch: Sync + Send>> = boxed;
    drop::<Box<dyn Fetch<fetch(..): Sync + Send + Send, peek(..): Send>>>(same);

    struct AllUnpin(u32);
    impl Fetch for AllUnpin {
        fn fetch(&mut self, id: u32) -> std::future::Ready<u32> {
            std::future::ready(self.0 + id)
        }
    }
    assert_eq!(many(Boxing::new(&mut AllUnpin(1))), 6);

    // A promise beside what is said of the value, shared.
    let shared: Arc<dyn Fetch<peek(..): Send> + Send + Sync> = Boxing::new(Arc::new(Adder(0)));
    assert_eq!(spawn(async move { shared.peek(&7).await }), 7);
}
