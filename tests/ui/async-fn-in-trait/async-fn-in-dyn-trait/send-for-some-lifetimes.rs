//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A future that is `Send` for some lifetimes only is not what a `dyn` promises, which is for all.

#![feature(async_fn_in_dyn_trait, return_type_notation)]
#![allow(incomplete_features, refining_impl_trait)]

use std::boxed::Boxing;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll};

struct SendIfStatic<'a>(PhantomData<&'a mut &'a ()>, *const ());
unsafe impl Send for SendIfStatic<'static> {}
impl Future for SendIfStatic<'_> {
    type Output = ();
    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        Poll::Ready(())
    }
}

trait Take<T> {
    fn take(&self, t: T) -> impl Future<Output = ()>;
}
trait Borrow {
    fn borrow<'a>(&'a self) -> impl Future<Output = ()>;
}

struct Value;
impl<'a> Take<&'a u8> for Value {
    fn take(&self, _: &'a u8) -> SendIfStatic<'a> {
        SendIfStatic(PhantomData, &())
    }
}
impl Borrow for Value {
    fn borrow<'a>(&'a self) -> SendIfStatic<'a> {
        SendIfStatic(PhantomData, &())
    }
}
fn assert_send<T: Send>(_: T) {}

fn of_trait<'a>(t: &'a u8) {
    let take: &dyn Take<&'a u8, take(..): Send> = Boxing::new(&Value);
    //~^ ERROR lifetime may not live long enough
    assert_send(take.take(t));
}
fn of_method() {
    let _: &dyn Borrow<borrow(..): Send> = Boxing::new(&Value);
    //[current]~^ ERROR implementation of `Send` is not general enough
    //[next]~^^ ERROR `SendIfStatic<'a>` cannot be sent between threads safely
}
fn of_static() {
    let take: &dyn Take<&'static u8, take(..): Send> = Boxing::new(&Value);
    assert_send(take.take(&1)); // This is.
}

fn main() {}
