//@ edition: 2024

// An adapter whose owners borrow.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

use std::future::{AdaptPointer, FutureAdapter};
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll};

/// Keeps futures in an arena that lives for `'arena`.
#[repr(transparent)]
pub struct InArena<'arena, T>(T, PhantomData<&'arena ()>);
pub struct Kept<'arena, F>(Pin<Box<F>>, PhantomData<&'arena ()>);

impl<F: Future> Future for Kept<'_, F> {
    type Output = F::Output;
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        self.0.as_mut().poll(cx)
    }
}
unsafe impl<'arena, T> FutureAdapter for InArena<'arena, T> {
    type Adapted = T;
    type Owner<F: Future> = Kept<'arena, F>;
    fn adapt<F: Future>(future: F) -> Kept<'arena, F> {
        Kept(Box::pin(future), PhantomData)
    }
}

pub fn adapt<'r, 'arena: 'r, T>(_: &'arena (), value: &'r T) -> &'r InArena<'arena, T> {
    value.adapt()
}
