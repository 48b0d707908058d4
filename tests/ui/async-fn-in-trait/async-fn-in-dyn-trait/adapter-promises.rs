//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// What is promised has to hold both for the future and for what an adapter makes of it.

#![feature(async_fn_in_dyn_trait, return_type_notation)]
#![allow(incomplete_features)]

use std::boxed::Boxing;
use std::future::{AdaptPointer, FutureAdapter};
use std::marker::PhantomData;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};

trait Fetch {
    async fn fetch(&self) -> u32;
}
struct IsSend;
impl Fetch for IsSend {
    async fn fetch(&self) -> u32 {
        1
    }
}
struct IsNotSend;
impl Fetch for IsNotSend {
    async fn fetch(&self) -> u32 {
        let rc = Rc::new(1);
        std::future::ready(()).await;
        *rc
    }
}

struct Owner<F, P>(Pin<Box<F>>, PhantomData<P>);
impl<F: Future, P> Future for Owner<F, P> {
    type Output = F::Output;
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        // SAFETY: the box is not moved.
        unsafe { self.get_unchecked_mut() }.0.as_mut().poll(cx)
    }
}

/// Its owners are never `Send`.
#[repr(transparent)]
struct Unsendable<T>(T);
unsafe impl<T> FutureAdapter for Unsendable<T> {
    type Adapted = T;
    type Owner<F: Future> = Owner<F, Rc<u8>>;
    fn adapt<F: Future>(future: F) -> Owner<F, Rc<u8>> {
        Owner(Box::pin(future), PhantomData)
    }
}
/// Its owners are always `Send`, or so it says.
#[repr(transparent)]
struct Sendable<T>(T);
struct Always;
unsafe impl<F> Send for Owner<F, Always> {}
unsafe impl<T> FutureAdapter for Sendable<T> {
    type Adapted = T;
    type Owner<F: Future> = Owner<F, Always>;
    fn adapt<F: Future>(future: F) -> Owner<F, Always> {
        Owner(Box::pin(future), PhantomData)
    }
}

fn main() {
    let adapted: &Unsendable<IsSend> = (&IsSend).adapt();
    let _: &dyn Fetch<fetch(..): Send> = adapted;
    //~^ ERROR `Owner<impl Future<Output = u32>, Rc<u8>>` cannot be sent between threads safely
    let adapted: &Sendable<IsNotSend> = (&IsNotSend).adapt();
    let _: &dyn Fetch<fetch(..): Send> = adapted;
    //~^ ERROR future cannot be sent between threads safely
    let adapted: &Sendable<IsSend> = (&IsSend).adapt();
    let _: &dyn Fetch<fetch(..): Send> = adapted; // Both are.
    let _: &dyn Fetch<fetch(..): Send> = Boxing::new(&IsSend);
}
