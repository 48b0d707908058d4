//@ run-pass
//@ edition: 2024

// A supertrait that a trait has twice, with arguments that are the same when lifetimes are erased.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

use std::boxed::Boxing;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

trait Take<T> {
    async fn take(&self, taken: T) -> u8;
}
trait OfStatic<T>: Take<&'static u8> + Take<T> {}
trait OfAny<T>: for<'a> Take<&'a u8> + Take<T> {}

struct Value;
impl<'a> Take<&'a u8> for Value {
    async fn take(&self, taken: &'a u8) -> u8 {
        *taken
    }
}
impl Take<u16> for Value {
    async fn take(&self, taken: u16) -> u8 {
        taken as u8 + 1
    }
}
impl<'a> OfStatic<&'a u8> for Value {}
impl OfStatic<u16> for Value {}
impl<'a> OfAny<&'a u8> for Value {}

fn run<F: Future>(future: F) -> F::Output {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(output) => output,
        Poll::Pending => panic!("it never waits"),
    }
}
fn of_static<T>(takes: &dyn OfStatic<T>, taken: T) -> u8 {
    run(Take::<T>::take(takes, taken))
}
fn of_any<T>(takes: &dyn OfAny<T>, taken: T) -> u8 {
    run(Take::<T>::take(takes, taken))
}

fn main() {
    let local = 5;
    let lifetimes: &dyn OfStatic<&u8> = Boxing::new(&Value);
    assert_eq!(of_static(lifetimes, &local), 5);
    let types: &dyn OfStatic<u16> = Boxing::new(&Value);
    assert_eq!(of_static(types, 5), 6);
    assert_eq!(run(Take::<&'static u8>::take(types, &7)), 7);
    let any: &dyn OfAny<&u8> = Boxing::new(&Value);
    assert_eq!(of_any(any, &local), 5);
}
