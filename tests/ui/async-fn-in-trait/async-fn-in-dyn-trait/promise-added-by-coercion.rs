//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A `dyn` coerces to one that promises less, never to one that promises more.

#![feature(async_fn_in_dyn_trait, return_type_notation)]
#![allow(incomplete_features)]

use std::sync::Arc;

trait Fetch {
    async fn fetch(&self);
    async fn other(&self);
}
type Promises = dyn Fetch<fetch(..): Send>;

fn reference(fetch: &dyn Fetch) -> &Promises {
    fetch
    //~^ ERROR cannot be sent between threads safely
}
fn boxed(fetch: Box<dyn Fetch>) -> Box<Promises> {
    fetch
    //~^ ERROR cannot be sent between threads safely
}
fn value_is_send(fetch: Arc<dyn Fetch + Send + Sync>) -> Arc<Promises> {
    fetch
    //~^ ERROR cannot be sent between threads safely
}
fn another_method(fetch: &dyn Fetch<other(..): Send>) -> &Promises {
    fetch
    //~^ ERROR cannot be sent between threads safely
}
fn another_trait(fetch: &dyn Fetch<fetch(..): Sync>) -> &dyn Fetch<fetch(..): Sync + Send> {
    fetch
    //~^ ERROR cannot be sent between threads safely
}
fn pointer(fetch: *const dyn Fetch) -> *const Promises {
    fetch as *const Promises
    //~^ ERROR cannot be sent between threads safely
}
fn pointer_to_less(fetch: *const Promises) -> *const dyn Fetch {
    fetch as *const dyn Fetch // This is fine.
}
fn inside(fetch: Vec<Box<dyn Fetch>>) -> Vec<Box<Promises>> {
    fetch
    //~^ ERROR mismatched types
}
fn inside_to_less(fetch: Vec<Box<Promises>>) -> Vec<Box<dyn Fetch>> {
    fetch
    //~^ ERROR mismatched types
}

fn main() {}
