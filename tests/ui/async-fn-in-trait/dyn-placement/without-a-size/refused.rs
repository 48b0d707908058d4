//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A call of a method whose future has no size is refused, unless it says where the future goes. So
// is what takes the `dyn` for a type that implements the trait, and a `?Sized` elsewhere.

#![feature(async_fn_in_dyn_trait, return_type_notation, dyn_placement)]
#![feature(async_auto_trait_bounds, named_return_types)]
#![allow(incomplete_features)]

use std::future::dyn_box;

trait Fetch {
    async fn fetch(&self, id: u32) -> u32;
    async fn other(&self) -> u32;
}

type Unsized = dyn Fetch<fetch(..): ?Sized>;

async fn call(f: &Unsized) -> u32 {
    f.fetch(1).await //~ ERROR the future of `fetch` has no size on `dyn Fetch<fetch(..): ?Sized>`
}

async fn of_all(f: &(dyn Fetch + async ?Sized)) -> u32 {
    <dyn Fetch + async ?Sized>::other(f).await //~ ERROR the future of `other` has no size
}

fn stored(f: &Unsized) {
    let _future = f.fetch(1); //~ ERROR the future of `fetch` has no size
}

fn value(f: &Unsized) {
    let function = <Unsized>::fetch; //~ ERROR the future of `fetch` has no size
    function(f, 1);
}

fn nested(f: &Unsized) {
    let _ = dyn_box!(std::convert::identity(f.fetch(1)));
    //~^ ERROR the future of `fetch` has no size
}

async fn fine(f: &Unsized) -> u32 {
    f.other().await + dyn_box!(f.fetch(2)).await
}

fn generic(_: &(impl Fetch + ?Sized)) {}

fn pass(f: &Unsized) {
    generic(f); //~ ERROR the trait bound `dyn Fetch<fetch(..): ?Sized>: Fetch` is not satisfied
}

fn through_the_trait(f: &Unsized) {
    Fetch::fetch(f, 1);
    //~^ ERROR the trait bound `dyn Fetch<fetch(..): ?Sized>: Fetch` is not satisfied
    //~| ERROR the trait bound `dyn Fetch<fetch(..): ?Sized>: Fetch` is not satisfied
}

type Future<'a> = <Unsized as Fetch>::fetch<'a>;
fn named(_: Future<'_>) {}
//~^ ERROR the trait bound `(dyn Fetch<fetch(..): ?Sized> + 'static): Fetch` is not satisfied
//~| ERROR the trait bound `(dyn Fetch<fetch(..): ?Sized> + 'static): Fetch` is not satisfied
//[next]~| ERROR the trait bound `(dyn Fetch<fetch(..): ?Sized> + 'static): Fetch` is not satisfied
//[next]~| ERROR the trait bound `(dyn Fetch<fetch(..): ?Sized> + 'static): Fetch` is not satisfied

fn bound<T: Fetch<fetch(..): ?Sized>>(_: T) {}
//~^ ERROR this relaxed bound is not permitted here
fn async_bound<T: Fetch + async ?Sized>(_: &T) {}
//~^ ERROR `async ?Sized` is only allowed in `dyn` types
trait Super: Fetch<fetch(..): ?Sized> {}
//~^ ERROR this relaxed bound is not permitted here
fn of_a_type(_: &dyn Iterator<Item: ?Sized>) {}
//~^ ERROR associated type bounds are not allowed in `dyn` types
fn other_trait(_: &dyn Fetch<fetch(..): ?Send>) {}
//~^ ERROR bound modifier `?` can only be applied to `Sized`

fn main() {}
