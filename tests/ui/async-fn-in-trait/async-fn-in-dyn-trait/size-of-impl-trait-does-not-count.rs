//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A future that an implementation declares is known to be like a pointer only if it is so whatever
// an `impl Trait` in it is.

#![feature(async_fn_in_dyn_trait, refine, return_type_notation)]
// The next solver does not have it.
#![cfg_attr(current, feature(generic_const_exprs))]
#![allow(incomplete_features)]

use std::pin::Pin;
use std::task::{Context, Poll};

trait Fetch {
    async fn fetch(&self) -> u8;
}

/// Of the same size for `()` and for `[usize; 3]`, but not for all types.
trait Size {
    type Of: ?Sized;
}
impl Size for () {
    type Of = usize;
}
impl Size for [usize; 3] {
    type Of = usize;
}
impl Size for u8 {
    type Of = [usize; 50];
}
struct OfSize<T: Size<Of: Sized>>(#[allow(dead_code)] T::Of);
impl<T: Size<Of: Sized>> Future for OfSize<T> {
    type Output = u8;
    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<u8> {
        Poll::Ready(1)
    }
}
struct BySize;
impl Fetch for BySize {
    #[refine]
    fn fetch(&self) -> OfSize<impl Size<Of: Sized>> {
        OfSize::<u8>([0; 50])
    }
}

/// A pointer to what may be a `dyn Future` is a wide one.
struct Wide;
impl Fetch for Wide {
    #[refine]
    fn fetch(&self) -> Pin<Box<impl Future<Output = u8> + ?Sized>> {
        let future: Pin<Box<dyn Future<Output = u8>>> = Box::pin(async { 1 });
        future
    }
}

/// And so is one to what ends in such a type.
struct Tail<T: Size>(u8, #[allow(dead_code)] T::Of);
impl Size for u16 {
    type Of = [u8];
}
impl<T: Size> Future for Tail<T> {
    type Output = u8;
    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<u8> {
        Poll::Ready(self.0)
    }
}
struct ByTail(fn() -> Pin<Box<Tail<u16>>>);
impl Fetch for ByTail {
    #[refine]
    fn fetch(&self) -> Pin<Box<Tail<impl Size>>> {
        (self.0)()
    }
}

/// In a field, of the pointee's.
trait Pointee {
    type Of: ?Sized;
}
impl<T: ?Sized> Pointee for Box<T> {
    type Of = T;
}
fn boxed() -> Box<impl Send + ?Sized> {
    Box::new(1_u8)
}
struct Field(u8, #[allow(dead_code)] <boxed() as Pointee>::Of);
impl Future for Field {
    type Output = u8;
    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<u8> {
        Poll::Ready(self.0)
    }
}
struct ByField(fn() -> Pin<Box<Field>>);
impl Fetch for ByField {
    #[refine]
    fn fetch(&self) -> Pin<Box<Field>> {
        (self.0)()
    }
}

/// In the length of an array.
#[cfg(current)]
mod by_len {
    use super::*;

    trait Len {
        const LEN: usize;
    }
    impl Len for () {
        const LEN: usize = 1;
    }
    impl Len for u8 {
        const LEN: usize = 5;
    }
    struct OfLen<T: Len>(#[allow(dead_code)] [usize; T::LEN])
    where
        [(); T::LEN]:;
    impl<T: Len> Future for OfLen<T>
    where
        [(); T::LEN]:,
    {
        type Output = u8;
        fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<u8> {
            Poll::Ready(1)
        }
    }
    pub struct ByLen;
    impl Fetch for ByLen {
        #[refine]
        fn fetch(&self) -> OfLen<impl Len> {
            OfLen::<u8>([0; 5])
        }
    }
}

/// This one is thin, as every `impl Trait` is sized that does not say otherwise.
struct Thin;
impl Fetch for Thin {
    #[refine]
    fn fetch(&self) -> Pin<Box<impl Future<Output = u8>>> {
        Box::pin(async { 1 })
    }
}

fn made(by_tail: &ByTail, by_field: &ByField) {
    let _: &dyn Fetch = &BySize;
    //~^ ERROR the type `BySize` cannot be converted to a `dyn Fetch` without an adapter
    let _: &dyn Fetch = &Wide;
    //~^ ERROR the type `Wide` cannot be converted to a `dyn Fetch` without an adapter
    let _: &dyn Fetch = by_tail;
    //~^ ERROR the type `ByTail` cannot be converted to a `dyn Fetch` without an adapter
    let _: &dyn Fetch = by_field;
    //~^ ERROR the type `ByField` cannot be converted to a `dyn Fetch` without an adapter
    #[cfg(current)]
    let _: &dyn Fetch = &by_len::ByLen;
    //[current]~^ ERROR the type `ByLen` cannot be converted to a `dyn Fetch` without an adapter
    let _: &dyn Fetch = &Thin;
}

fn main() {}
