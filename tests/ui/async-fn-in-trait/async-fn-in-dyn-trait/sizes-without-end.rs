//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A type that has itself in it again, with other arguments each time, has no size to compare with
// that of a pointer. To find this out comes to an end, and so it does for a type of many fields.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features, refining_impl_trait, dead_code)]

use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll};

trait Fetch {
    async fn fetch(&self) -> u8;
}

struct Grows<T>(Option<Grows<Option<T>>>);
//~^ ERROR recursive type `Grows` has infinite size
//~| ERROR type parameter `T` is only used recursively
impl<T> Future for Grows<T> {
    type Output = u8;
    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<u8> {
        Poll::Ready(1)
    }
}
struct ReturnsGrows;
impl Fetch for ReturnsGrows {
    fn fetch(&self) -> Grows<u8> {
        //~^ ERROR overflow while adding drop-check rules for `Grows<u8>`
        loop {}
    }
}

trait Next {
    type Of;
}
struct Wrapper<T>(PhantomData<T>);
impl<T> Next for Wrapper<T> {
    type Of = GrowsByNext<Wrapper<Wrapper<T>>>;
}
struct GrowsByNext<T: Next>(Option<T::Of>, u8);
impl<T: Next> Future for GrowsByNext<T> {
    type Output = u8;
    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<u8> {
        Poll::Ready(self.1)
    }
}
struct ReturnsGrowsByNext;
impl Fetch for ReturnsGrowsByNext {
    fn fetch(&self) -> GrowsByNext<Wrapper<u8>> {
        //~^ ERROR overflow while adding drop-check rules for `GrowsByNext<Wrapper<u8>>`
        loop {}
    }
}

struct Wide0(u8);
struct Wide1(Wide0, Wide0, Wide0, Wide0, Wide0, Wide0, Wide0, Wide0);
struct Wide2(Wide1, Wide1, Wide1, Wide1, Wide1, Wide1, Wide1, Wide1);
struct Wide3(Wide2, Wide2, Wide2, Wide2, Wide2, Wide2, Wide2, Wide2);
struct Wide4(Wide3, Wide3, Wide3, Wide3, Wide3, Wide3, Wide3, Wide3);
struct Wide5(Wide4, Wide4, Wide4, Wide4, Wide4, Wide4, Wide4, Wide4);
struct Wide6(Wide5, Wide5, Wide5, Wide5, Wide5, Wide5, Wide5, Wide5);
struct Wide7(Wide6, Wide6, Wide6, Wide6, Wide6, Wide6, Wide6, Wide6);
struct Wide8(Wide7, Wide7, Wide7, Wide7, Wide7, Wide7, Wide7, Wide7);
struct Wide9(Wide8, Wide8, Wide8, Wide8, Wide8, Wide8, Wide8, Wide8);
struct Wide10(Wide9, Wide9, Wide9, Wide9, Wide9, Wide9, Wide9, Wide9);
struct Wide11(Wide10, Wide10, Wide10, Wide10, Wide10, Wide10, Wide10, Wide10);
struct Wide12(Wide11, Wide11, Wide11, Wide11, Wide11, Wide11, Wide11, Wide11);
impl Future for Wide12 {
    type Output = u8;
    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<u8> {
        Poll::Ready(1)
    }
}
struct ReturnsWide;
impl Fetch for ReturnsWide {
    fn fetch(&self) -> Wide12 {
        loop {}
    }
}

fn main() {
    let _: &dyn Fetch = &ReturnsGrows;
    //~^ ERROR the type `ReturnsGrows` cannot be converted to a `dyn Fetch` without an adapter
    let _: &dyn Fetch = &ReturnsGrowsByNext;
    //~^ ERROR the type `ReturnsGrowsByNext` cannot be converted to a `dyn Fetch` without an adapter
    let _: &dyn Fetch = &ReturnsWide;
    //~^ ERROR the type `ReturnsWide` cannot be converted to a `dyn Fetch` without an adapter
}
