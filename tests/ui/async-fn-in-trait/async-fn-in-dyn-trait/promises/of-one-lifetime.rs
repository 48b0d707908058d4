//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A promise about a lifetime is one for that lifetime only, and one about all is for each.

#![feature(async_fn_in_dyn_trait, return_type_notation, trait_alias)]
#![allow(incomplete_features)]

trait Fetch<T> {
    async fn fetch(&self);
}
trait OfEvery: for<'a> Fetch<&'a u8> {}
trait SendOfEvery: for<'a> Fetch<&'a u8, fetch(..): Send> {}
trait SendOfStatic = OfEvery where <Self as Fetch<&'static u8>>::fetch(..): Send;

fn is_send<T: Send>(_: T) {}

fn of_every<'a>(fetch: &dyn SendOfEvery) {
    is_send(Fetch::<&'a u8>::fetch(fetch));
    is_send(Fetch::<&'static u8>::fetch(fetch));
}
fn of_static(fetch: &dyn SendOfStatic) {
    is_send(Fetch::<&'static u8>::fetch(fetch));
}
fn of_another<'a>(fetch: &dyn SendOfStatic, _: &'a u8) {
    is_send(Fetch::<&'a u8>::fetch(fetch)); //~ ERROR borrowed data escapes outside of function
}
fn of_one<'a>(fetch: &dyn Fetch<&'a u8, fetch(..): Send>) {
    is_send(fetch.fetch());
}

fn main() {}
