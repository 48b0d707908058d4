// A future that its method declares to be `'static` has the lifetimes of the call in its type. No
// impl can tell them, nor the call: they would be taken to live as long as the future does.

//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally
//@ edition: 2024

#![feature(async_fn_in_dyn_trait, named_return_types)]
#![allow(incomplete_features)]

use std::future::DynFuture;

trait Fetch {
    fn fetch<'a>(&'a self) -> impl Future<Output = ()> + 'static;
}

trait Tell {
    type Told;
}

impl<'a, F, O> Tell for DynFuture<(F, &'a ()), O> {
    //~^ ERROR the lifetime parameter `'a` is not constrained
    //~| ERROR the type parameter `F` is not constrained
    type Told = &'a str;
}

trait TellOther {
    type Told;
}

impl<Call, Output> TellOther for Option<DynFuture<Call, Output>> {
    //~^ ERROR the type parameter `Call` is not constrained
    type Told = Call;
}

trait TellArgument<T> {
    type Told;
}

impl<Call, Output> TellArgument<DynFuture<Call, Output>> for u8 {
    //~^ ERROR the type parameter `Call` is not constrained
    type Told = Call;
}

trait TellProjection {
    type Told;
}

impl<'a> TellProjection for <dyn Fetch as Fetch>::fetch<'a> {
    //~^ ERROR the lifetime parameter `'a` is not constrained
    type Told = &'a str;
}

// A trait that has no associated type tells nothing. The output is no secret, nor is a certain
// call.
trait TellNothing {}

impl<Call, Output> TellNothing for DynFuture<Call, Output> {}

trait TellOutput {}

impl TellOutput for <dyn Fetch as Fetch>::fetch<'static> {}

fn main() {}
