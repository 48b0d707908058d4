//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// Nothing can be promised of a method that relates its lifetimes; `async Send` does not cover it.

#![feature(async_fn_in_dyn_trait, return_type_notation, async_auto_trait_bounds)]
#![allow(incomplete_features)]

use std::boxed::Boxing;

trait Fetch {
    async fn shorter<'a, 'b: 'a>(&'a self, text: &'b str) -> &'a str;
    async fn other(&self) -> u8;
}
struct Value;
impl Fetch for Value {
    async fn shorter<'a, 'b: 'a>(&'a self, text: &'b str) -> &'a str {
        text
    }
    async fn other(&self) -> u8 {
        1
    }
}

fn is_send<T: Send>(_: T) {}

fn promised(_: &dyn Fetch<shorter(..): Send>) {}
//~^ ERROR a `dyn` type can't promise anything of the futures of `shorter`

fn of_all(fetch: &(dyn Fetch + async Send)) {
    is_send(fetch.other());
    is_send(fetch.shorter("")); //~ ERROR cannot be sent between threads safely
}

fn main() {
    of_all(Boxing::new(&Value));
}
