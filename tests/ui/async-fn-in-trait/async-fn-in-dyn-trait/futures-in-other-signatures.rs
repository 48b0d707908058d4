//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// What a method returns is another type for the `dyn` than for what is behind it. Another method
// that mentions it can't be called through the `dyn`: it would be given the one for the other, or
// not be there where a bound holds for the one alone.

#![feature(async_fn_in_dyn_trait, named_return_types, return_type_notation)]
#![allow(incomplete_features)]

use std::fmt::Debug;

trait Takes: 'static {
    async fn fetch(&self) -> String;
    fn take(&self, future: Self::fetch<'static>);
}
fn takes(_: &dyn Takes) {}
//~^ ERROR the trait `Takes` is not dyn compatible

trait TakesCall: 'static {
    async fn fetch(&self) -> String;
    async fn take(&self, future: Option<Self::fetch(&'static Self)>);
}
fn takes_call(_: &dyn TakesCall) {}
//~^ ERROR the trait `TakesCall` is not dyn compatible

trait Fetch: 'static {
    async fn fetch(&self) -> String;
}
trait TakesOfSupertrait: Fetch {
    fn take(&self, future: &mut dyn FnMut(<Self as Fetch>::fetch<'static>));
}
fn takes_of_supertrait(_: &dyn TakesOfSupertrait) {}
//~^ ERROR the trait `TakesOfSupertrait` is not dyn compatible

trait TakesOfWrapper: 'static {
    async fn fetch(&self) -> String;
    fn take(&self, future: <Box<Self> as TakesOfWrapper>::fetch<'static>)
    where
        Box<Self>: TakesOfWrapper;
}
fn takes_of_wrapper(_: &dyn TakesOfWrapper) {}
//~^ ERROR the trait `TakesOfWrapper` is not dyn compatible

trait Gives: 'static {
    async fn fetch(&self) -> String;
    fn give(&'static self) -> Self::fetch<'static>;
}
fn gives(_: &dyn Gives) {}
//~^ ERROR the trait `Gives` is not dyn compatible

trait GivesLater: 'static {
    async fn fetch(&self) -> String;
    async fn later(&self) -> Self::fetch<'static>;
}
fn gives_later(_: &dyn GivesLater) {}
//~^ ERROR the trait `GivesLater` is not dyn compatible

trait Shows {
    async fn fetch(&self) -> String;
    fn show(&self)
    where
        Self::fetch(..): Debug;
}
fn shows(_: &dyn Shows) {}
//~^ ERROR the trait `Shows` is not dyn compatible

trait ShowsOutput {
    async fn fetch(&self) -> Vec<u8>;
    async fn show(&self)
    where
        Self::fetch(..): Future<Output: Debug>,
    {
    }
}
fn shows_output(_: &dyn ShowsOutput) {}
//~^ ERROR the trait `ShowsOutput` is not dyn compatible

// These are fine: methods that are not called through the `dyn`, a bound that a `dyn` has if what
// is behind it has, and the futures of a type that the `dyn` names.
trait Fine {
    type Inner: Fetch;
    async fn fetch(&self) -> String;
    fn spawn(&self)
    where
        Self::fetch(..): Send;
    fn take_own(&self, future: Self::fetch<'static>)
    where
        Self: Sized + 'static;
    fn take_inner(&self, future: <Self::Inner as Fetch>::fetch<'static>);
    async fn inner(&self) -> <Self::Inner as Fetch>::fetch<'static>;
    fn show_inner(&self)
    where
        <Self::Inner as Fetch>::fetch(..): Debug;
}
fn fine<I: Fetch>(fine: &dyn Fine<Inner = I, fetch(..): Send>) {
    fine.spawn();
}
fn not_promised<I: Fetch>(fine: &dyn Fine<Inner = I>) {
    fine.spawn();
    //~^ ERROR cannot be sent between threads safely
}

fn main() {}
