//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// What an adapter makes of a future has to have a pointer's size. If that does not depend on the
// future, the impl says so.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

use std::future::FutureAdapter;
use std::pin::Pin;

#[repr(transparent)]
struct WideOwner<T>(T);
unsafe impl<T> FutureAdapter for WideOwner<T> {
    type Adapted = T;
    type Owner<F: Future> = WideFuture<F>; //~ ERROR the size and alignment of a pointer
    fn adapt<F: Future>(future: F) -> WideFuture<F> {
        WideFuture(0, Box::pin(future))
    }
}
struct WideFuture<F>(usize, Pin<Box<F>>);
impl<F: Future> Future for WideFuture<F> {
    type Output = F::Output;
    fn poll(
        mut self: Pin<&mut Self>,
        cx: &mut std::task::Context<'_>,
    ) -> std::task::Poll<F::Output> {
        self.1.as_mut().poll(cx)
    }
}

// This is checked where a vtable is made.
#[repr(transparent)]
struct Inline<T>(T);
unsafe impl<T> FutureAdapter for Inline<T> {
    type Adapted = T;
    type Owner<F: Future> = F;
    fn adapt<F: Future>(future: F) -> F {
        future
    }
}

fn main() {}
