//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A promise about a method that can't be called, as lifetimes don't tell what it returns, is
// checked like any other: where type parameters are in their place, it can be called.

#![feature(async_fn_in_dyn_trait, dyn_method_scope, return_type_notation, unsize)]
#![allow(incomplete_features)]

use std::marker::Unsize;

trait Super<T> {
    type Item;
    fn generic<R>(&self) {}
}
trait Two<T, U>: Super<T, Item = T> + Super<U, Item = U> {
    async fn first(&self, t: T) -> <Self as Super<T>>::Item;
}

fn is_send<T: Send>(_: T) {}

fn call<T: Send, U>(two: &dyn Two<T, U, first(..): Send>, t: T) {
    is_send(two.first(t));
}

fn coerce<'r, 'a, 'b>(
    two: &'r dyn Two<&'a u8, &'b u8>,
) -> &'r dyn Two<&'a u8, &'b u8, first(..): Send> {
    two
    //[current]~^ ERROR cannot be sent between threads safely
    //[next]~^^ ERROR mismatched types
}

fn coerce_generic<'a, T: ?Sized + Unsize<U>, U: ?Sized>(of: &'a T) -> &'a U {
    of
}

fn hidden<'r, 'a, 'b>(
    two: &'r dyn Two<&'a u8, &'b u8>,
) -> &'r dyn Two<&'a u8, &'b u8, first(..): Send> {
    coerce_generic::<dyn Two<&'a u8, &'b u8>, dyn Two<&'a u8, &'b u8, first(..): Send>>(two)
    //[current]~^ ERROR cannot be sent between threads safely
    //[next]~^^ ERROR type annotations needed
}

fn main() {}
