// Two futures of `dyn` types where one type is expected: they are shown as what calls return.

//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally
//@ edition: 2024

#![feature(async_fn_in_dyn_trait, named_return_types, return_type_notation)]
#![allow(incomplete_features)]

trait Fetch<T> {
    async fn fetch(&self) -> u8;
}

trait Other {
    async fn other(&self) -> String;
}

fn of_two_types(a: &dyn Fetch<u8>, b: &dyn Fetch<u16>) {
    let _ = [a.fetch(), b.fetch()]; //~ ERROR mismatched types
}

fn of_two_traits(a: &dyn Fetch<u8>, b: &dyn Other) {
    let mut future = a.fetch();
    future = b.other(); //~ ERROR mismatched types
}

type Promised<'a> = <dyn Fetch<u8, fetch(..): Send> as Fetch<u8>>::fetch<'a>;

fn with_promise<'a>(a: &'a dyn Fetch<u8>) -> Promised<'a> {
    a.fetch() //~ ERROR mismatched types
}

fn forgot_await(a: &dyn Other) -> String {
    a.other() //~ ERROR mismatched types
}

fn main() {}
