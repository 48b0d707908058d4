//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// A bound on the name is by traits. Equality is refused, as it is for `fetch(..)`.

#![feature(named_return_types)]

trait Fetch {
    async fn fetch(&self) -> u8;
}

fn equal<F: Fetch<fetch = std::future::Ready<u8>>>() {}
//~^ ERROR the type that `fetch` returns cannot be bound to be equal to another type
fn equal_for_one<'a, F: Fetch<fetch<'a> = std::future::Ready<u8>>>() {}
//~^ ERROR the type that `fetch` returns cannot be bound to be equal to another type

fn main() {}
