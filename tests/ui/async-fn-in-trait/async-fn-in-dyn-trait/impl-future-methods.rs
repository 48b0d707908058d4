//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// `fn f() -> impl Future` in the trait, with what may stand beside `Future`, and in the impl.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features, refining_impl_trait)]

extern crate run_ready;

use std::boxed::Boxing;
use std::future::{IntoFuture, Ready, ready};
use std::thread;

use run_ready::run;

trait Fetch {
    fn plain(&self, id: u32) -> impl Future<Output = u32>;
    fn send(&self, id: u32) -> impl Future<Output = u32> + Send;
    fn send_and_unpin(&self, id: u32) -> impl Unpin + Send + Sync + Future<Output = u32>;
    fn sized(&self, id: u32) -> impl Future<Output = u32> + Sized;
    fn outlives<'a>(&'a self, id: &u32) -> impl Future<Output = u32> + 'a;
    fn is_static(&self, id: u32) -> impl Future<Output = u32> + Send + 'static;
    fn returns_future(&self, id: u32) -> impl Future<Output = Ready<u32>>;
    async fn is_async(&self, id: u32) -> u32;
}

#[derive(Clone)]
struct Adder(u32);
impl Fetch for Adder {
    async fn plain(&self, id: u32) -> u32 {
        self.0 + id
    }
    async fn send(&self, id: u32) -> u32 {
        self.0 + id
    }
    fn send_and_unpin(&self, id: u32) -> Ready<u32> {
        ready(self.0 + id)
    }
    fn sized(&self, id: u32) -> <Ready<u32> as IntoFuture>::IntoFuture {
        ready(self.0 + id)
    }
    fn outlives<'a>(&'a self, id: &u32) -> impl Future<Output = u32> + 'a + use<'a> {
        let id = *id;
        async move { self.0 + id }
    }
    fn is_static(&self, id: u32) -> impl Future<Output = u32> + Send + 'static + use<> {
        let this = self.clone();
        async move { this.0 + id }
    }
    async fn returns_future(&self, id: u32) -> Ready<u32> {
        ready(self.0 + id)
    }
    fn is_async(&self, id: u32) -> impl Future<Output = u32> {
        async move { self.0 + id }
    }
}

fn assert_send<T: Send>(t: T) -> T {
    t
}
fn assert_sync_and_unpin<T: Sync + Unpin>(t: T) -> T {
    t
}

fn main() {
    let adder = Adder(1);
    let fetch: &dyn Fetch = Boxing::new(&adder);
    assert_eq!(run(fetch.plain(1)), 2);
    assert_eq!(run(assert_send(fetch.send(1))), 2);
    assert_eq!(run(assert_send(assert_sync_and_unpin(fetch.send_and_unpin(1)))), 2);
    assert_eq!(run(fetch.sized(1)), 2);
    let future = {
        let id = 2;
        fetch.outlives(&id)
    };
    assert_eq!(run(future), 3);
    assert_eq!(run(run(fetch.returns_future(1))), 2);
    assert_eq!(run(fetch.is_async(1)), 2);

    // This outlives both the value and the `dyn`.
    let future = {
        let adder = Adder(2);
        let fetch: &dyn Fetch = Boxing::new(&adder);
        fetch.is_static(1)
    };
    assert_eq!(thread::spawn(move || run(future)).join().unwrap(), 3);
}
