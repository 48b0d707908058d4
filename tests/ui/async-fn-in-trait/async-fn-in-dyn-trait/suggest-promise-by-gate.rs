//@ edition: 2024
//@ revisions: none calls named both of_all

// How to have a `dyn` promise that its futures are `Send`, as far as the gates allow.

#![feature(async_fn_in_dyn_trait)]
#![cfg_attr(any(calls, both), feature(return_type_notation))]
#![cfg_attr(any(named, both), feature(named_return_types))]
#![cfg_attr(of_all, feature(async_auto_trait_bounds))]
#![allow(incomplete_features)]

trait Fetch {
    async fn fetch(&self);
}
fn spawn<F: Future + Send + 'static>(_: F) {}

fn nothing_is_promised(f: Box<dyn Fetch + Send + Sync>) {
    spawn(async move { f.fetch().await });
    //~^ ERROR cannot be sent between threads safely
}

// Where something is promised of the method, this is one thing more.
#[cfg(any(named, both))]
fn another_auto_trait(f: Box<dyn Fetch<fetch: Sync> + Send + Sync>) {
    spawn(async move { f.fetch().await });
    //[named,both]~^ ERROR cannot be sent between threads safely
}

fn main() {}
