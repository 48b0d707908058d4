//@ run-rustfix
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// An adapter is missing for a closure, whose future is a part of the body that is being checked.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features, dead_code)]

use std::collections::HashMap;
use std::sync::Arc;

use std::boxed::Boxing;

trait Handler {
    async fn handle(&self) -> u8;
}
impl<F: AsyncFn() -> u8> Handler for F {
    async fn handle(&self) -> u8 {
        self().await
    }
}

trait Service {
    fn call(&self) -> impl Future<Output = u8>;
}
struct ByFn<F>(F);
impl<F: Fn() -> Fut, Fut: Future<Output = u8>> Service for ByFn<F> {
    #[allow(refining_impl_trait)]
    fn call(&self) -> Fut {
        (self.0)()
    }
}

fn returned() -> Box<dyn Handler> {
    Box::new(async || 1)
    //~^ ERROR cannot be converted to a `dyn Handler` without an adapter
}
fn coroutine() -> Arc<dyn Service> {
    Arc::new(ByFn(|| async { 1 }))
    //~^ ERROR cannot be converted to a `dyn Service` without an adapter
}

fn main() {
    let mut handlers = HashMap::<&str, Box<dyn Handler>>::new();
    handlers.insert("get", Box::new(async || 1));
    //~^ ERROR cannot be converted to a `dyn Handler` without an adapter
    handlers.insert("put", Boxing::new(Box::new(async || 1)));
    drop((returned(), coroutine()));
}
