//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A `DynFuture` of one `dyn Future` is not that of a subtype, which may be another future, with
// another output.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features, coherence_leak_check)]

use std::fmt::Debug;
use std::future::DynFuture;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll};

type HigherRanked = for<'a> fn(&'a u8);
type OfStatic = fn(&'static u8);

struct Either<T, U: ?Sized>(PhantomData<T>, U);
impl<U: ?Sized> Future for Either<HigherRanked, U> {
    type Output = usize;
    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<usize> {
        Poll::Ready(0x41414141)
    }
}
impl<U: ?Sized> Future for Either<OfStatic, U> {
    type Output = &'static u8;
    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<&'static u8> {
        Poll::Ready(&1)
    }
}

fn a_number_as_a_reference() -> DynFuture<(), Either<OfStatic, dyn Debug>> {
    let number = Either(PhantomData::<HigherRanked>, Box::new(1));
    let number: DynFuture<(), Either<HigherRanked, dyn Debug>> = DynFuture::new(number);
    number
    //~^ ERROR mismatched types
}

fn main() {}
