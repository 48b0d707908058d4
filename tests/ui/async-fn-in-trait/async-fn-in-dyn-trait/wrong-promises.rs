//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// What a `dyn` can't promise.

#![feature(async_fn_in_dyn_trait, return_type_notation, named_return_types)]
#![allow(incomplete_features)]

use std::fmt::Debug;

trait Fetch {
    async fn fetch(&self, id: u32) -> u32;
    fn sync(&self) -> u32;
    async fn sized(&self)
    where
        Self: Sized;
    async fn generic<T>(&self, t: T)
    where
        Self: Sized;
}
trait Plain {
    fn plain(&self);
}

fn no_method(_: &dyn Fetch<missing(..): Send>) {}
//~^ ERROR associated function `missing` not found for `Fetch`
fn not_an_auto_trait(_: &dyn Fetch<fetch(..): Debug>) {}
//~^ ERROR only auto traits can be promised of the futures of a `dyn` type
fn one_of_them(_: &dyn Fetch<fetch(..): Send + Clone>) {}
//~^ ERROR only auto traits can be promised of the futures of a `dyn` type
fn lifetime(_: &dyn Fetch<fetch(..): 'static>) {}
//~^ ERROR only auto traits can be promised of the futures of a `dyn` type
fn not_a_future(_: &dyn Fetch<sync(..): Send>) {}
//~^ ERROR associated type bounds are not allowed in `dyn` types
fn no_futures(_: &dyn Plain<plain(..): Send>) {}
//~^ ERROR associated type bounds are not allowed in `dyn` types
fn not_in_the_dyn(_: &dyn Fetch<sized(..): Send>) {}
//~^ ERROR `sized` does not return a future that a `dyn` type could promise something of
fn generic(_: &dyn Fetch<generic(..): Send>) {}
//~^ ERROR `generic` does not return a future that a `dyn` type could promise something of
fn not_a_type(_: &dyn Fetch<sync: Send>) {}
//~^ ERROR associated type bounds are not allowed in `dyn` types
fn arguments(_: &dyn Fetch<fetch(u32): Send>) {}
//~^ ERROR a `dyn` type promises the same of every future that `fetch` returns
fn its_arguments<'a>(_: &dyn Fetch<fetch(&'a u8, u32): Send>) {}
//~^ ERROR a `dyn` type promises the same of every future that `fetch` returns
fn relaxed(_: &dyn Fetch<fetch(..): ?Send>) {}
//~^ ERROR this relaxed bound is not permitted here
//~| ERROR bound modifier `?` can only be applied to `Sized`
fn named(_: &dyn Fetch<fetch: Debug>) {}
//~^ ERROR only auto traits can be promised of the futures of a `dyn` type
fn equality(_: &dyn Fetch<fetch = u32>) {}
//~^ ERROR the type that `fetch` returns cannot be bound to be equal to another type
fn no_bound(_: &dyn Fetch<fetch(..):>) {}

fn main() {}
