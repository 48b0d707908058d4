//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// Traits that depend on each other, or on themselves, by their `async` bounds.

#![feature(async_auto_trait_bounds)]
#![allow(unused_async_auto_trait_bounds)]

trait A: B + async Send {
    //~^ ERROR cycle detected when computing the super predicates of `A`
    async fn a(&self);
}
trait B: A + async Send {
    async fn b(&self);
}

trait Own: Own + async Send {
    //~^ ERROR cycle detected when computing the super predicates of `Own`
    async fn own(&self);
}

fn use_them<T: A + async Send, U: Own + async Send>(_: T, _: U) {}

fn main() {}
