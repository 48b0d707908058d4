// What may be assumed of the lifetimes within a future is what its types need to be well-formed. It
// makes nothing `Send` that is so for some lifetimes only, nor for two that are equal.

//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally
//@ edition: 2024

#![feature(async_auto_trait_bounds)]

use std::marker::PhantomData;

fn is_send<T: Send>(_: T) {}

async fn ready() {}

struct OnlyStatic<'a>(PhantomData<*mut &'a ()>);

// SAFETY: nothing is behind it.
unsafe impl Send for OnlyStatic<'static> {}

async fn holds_any<'a>(text: &'a str) {
    let held = OnlyStatic::<'a>(PhantomData);
    ready().await;
    drop((held, text));
}

fn spawn_any(text: &str) {
    is_send(holds_any(text));
    //[current]~^ ERROR implementation of `Send` is not general enough
    //[next]~^^ ERROR cannot be sent between threads safely
}

struct Pair<'a, 'b>(PhantomData<*mut (&'a (), &'b ())>);

// SAFETY: nothing is behind it.
unsafe impl<'a> Send for Pair<'a, 'a> {}

async fn holds_pair<'a, 'b>(_: &'a str, _: &'b str) {
    let held = Pair::<'a, 'b>(PhantomData);
    ready().await;
    drop(held);
}

fn spawn_pair(a: &str, b: &str) {
    is_send(holds_pair(a, b));
    //[current]~^ ERROR implementation of `Send` is not general enough
    //[current]~| ERROR implementation of `Send` is not general enough
    //[next]~^^^ ERROR cannot be sent between threads safely
}

struct Needs<'a, T: 'a>(PhantomData<*mut &'a T>);

// SAFETY: nothing is behind it.
unsafe impl<'a, T: 'static> Send for Needs<'a, T> {}

async fn holds_type<'a, T>(it: &'a T) {
    let held = Needs::<'a, T>(PhantomData);
    ready().await;
    drop((held, it));
}

fn spawn_type<T: Sync>(it: &T) {
    is_send(holds_type(it)); //~ ERROR the parameter type `T` may not live long enough
}

fn main() {}
