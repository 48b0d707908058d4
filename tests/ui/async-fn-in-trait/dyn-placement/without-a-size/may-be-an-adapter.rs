//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A type that is unknown may be an adapter: it lends a `dyn` the methods of what it adapts. Its own
// are others: to take one for the other would be to take a `u64` for a `String`.

#![feature(async_fn_in_dyn_trait, dyn_placement, return_type_notation)]
#![allow(incomplete_features)]

use std::boxed::Boxing;

trait Fetch {
    type Item;
    async fn fetch(&self) -> Self::Item;
}

struct Mine;

impl Fetch for Mine {
    type Item = u64;
    async fn fetch(&self) -> u64 {
        1
    }
}

impl Fetch for Boxing<Mine> {
    type Item = String;
    async fn fetch(&self) -> String {
        "one".to_string()
    }
}

fn parameter<T: Fetch + 'static>(t: &T) -> &dyn Fetch<Item = T::Item, fetch(..): ?Sized> {
    t //~ ERROR the type `T` cannot be converted to a `dyn Fetch
}

fn opaque(t: &(impl Fetch<Item = u8> + 'static)) -> &dyn Fetch<Item = u8, fetch(..): ?Sized> {
    t //~ ERROR without an adapter
}

trait Has {
    type Fetch: Fetch<Item = u8> + 'static;
}

fn projection<H: Has>(t: &H::Fetch) -> &dyn Fetch<Item = u8, fetch(..): ?Sized> {
    t //~ ERROR without an adapter
}

// What it is a part of is known.
struct Of<T>(T);

impl<T> Fetch for Of<T> {
    type Item = u8;
    async fn fetch(&self) -> u8 {
        1
    }
}

fn part<T: 'static>(t: &Of<T>) -> &dyn Fetch<Item = u8, fetch(..): ?Sized> {
    t
}

// An adapter that is known is one.
fn adapted<T: Fetch + 'static>(t: &T) -> &dyn Fetch<Item = T::Item, fetch(..): ?Sized> {
    Boxing::new(t)
}

fn main() {}
