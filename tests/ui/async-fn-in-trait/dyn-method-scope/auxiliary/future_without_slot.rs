//@ edition: 2024

// A trait with a method that returns a future, which a vtable can't have.

#![feature(dyn_method_scope, return_type_notation)]
#![allow(refining_impl_trait)]

pub trait Fetch<T> {
    fn me(&self) -> impl Future<Output = (T, Option<Box<Self>>)> + 'static;
    fn a(&self) -> u8;
}

pub fn call<T: 'static>(t: impl Fetch<T> + 'static) -> u8 {
    let fetch: Box<dyn Fetch<T>> = Box::new(t);
    fetch.a()
}

pub trait Sub: Fetch<u8, me(..): Clone> {
    fn b(&self) -> u8;
}

pub fn call_sub(t: impl Sub + 'static) -> u8 {
    let sub: Box<dyn Sub> = Box::new(t);
    sub.b()
}
