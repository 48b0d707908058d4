//@ edition: 2024
//@ run-rustfix
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// Where the future has to be `Send`, the suggestion is to bound it by its name, without lifetimes.

#![feature(named_return_types)]
#![allow(dead_code)]

trait Fetch {
    async fn fetch(&self, other: &str) -> u8;
    async fn typed<T>(&self, t: T) -> T;
}

fn assert_send<T: Send>(_: T) {}

fn in_generics<F: Fetch>(f: F) {
    assert_send(f.fetch(""));
    //~^ ERROR `<F as Fetch>::fetch<'_, '_>` cannot be sent between threads safely
}
fn beside_others<F>(f: F)
where
    F: Fetch,
{
    assert_send(f.typed(0_u8));
    //~^ ERROR `<F as Fetch>::typed<'_, u8>` cannot be sent between threads safely
}

fn main() {}
