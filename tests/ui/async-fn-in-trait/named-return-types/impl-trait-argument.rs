//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// A function that takes `impl Trait` has a type parameter that nobody can write, and so its return
// type has no name.

#![feature(named_return_types)]

trait Fetch {
    async fn fetch(&self, id: impl Into<u32>) -> u32;
}

fn start<F: Fetch>(_: F::fetch<'_>) {}
//~^ ERROR cannot name the type that `fetch` returns
fn bound<F: Fetch>()
where
    F::fetch: Send,
    //~^ ERROR cannot name the type that `fetch` returns
{
}

fn main() {}
