//@ run-pass
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// What the message of `recursion.rs` says to write.

#![feature(async_auto_trait_bounds, async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

use std::boxed::Boxing;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

trait Visit: async Send + Sync {
    async fn visit(&self, n: u32) -> u32;
}

struct ByFunction;

impl Visit for ByFunction {
    async fn visit(&self, n: u32) -> u32 {
        if n == 0 { 0 } else { again(self, n - 1).await + 1 }
    }
}

fn again(tree: &ByFunction, n: u32) -> Pin<Box<dyn Future<Output = u32> + Send + '_>> {
    Box::pin(tree.visit(n))
}

struct ByDyn;

impl Visit for ByDyn {
    async fn visit(&self, n: u32) -> u32 {
        let this: &dyn Visit = Boxing::new(self);
        if n == 0 { 0 } else { this.visit(n - 1).await + 1 }
    }
}

fn run<T>(future: impl Future<Output = T> + Send) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => unreachable!(),
    }
}

fn main() {
    assert_eq!(run(ByFunction.visit(3)), 3);
    assert_eq!(run(ByDyn.visit(4)), 4);
}
