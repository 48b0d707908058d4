//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// Outside the subject of a bound, all arguments are given. They are counted as those of any type.

#![feature(named_return_types)]

trait Fetch {
    async fn fetch(&self, other: &str) -> u8;
    async fn typed<'d, T, const N: usize>(&'d self, t: [T; N]) -> T;
}

struct NoLifetimes<F: Fetch>(F::fetch);
//~^ ERROR missing generics for method `Fetch::fetch`
struct OneLifetime<'a, F: Fetch>(F::fetch<'a>);
//~^ ERROR method takes 2 lifetime arguments but 1 lifetime argument was supplied
fn three<F: Fetch>(_: F::fetch<'_, '_, '_>) {}
//~^ ERROR method takes 2 lifetime arguments but 3 lifetime arguments were supplied
fn no_type<'a, F: Fetch>(_: <F as Fetch>::typed<'a>) {}
//~^ ERROR method takes 2 generic arguments but 0 generic arguments were supplied
fn too_many<'a, F: Fetch>(_: F::typed<'a, u8, 1, u8>) {}
//~^ ERROR method takes 2 generic arguments but 3 generic arguments were supplied
fn swapped<'a, F: Fetch>(_: F::typed<'a, 1, u8>) {}
//~^ ERROR constant provided when a type was expected
fn constraint<F: Fetch>(_: F::fetch<'_, '_, Output = u8>) {}
//~^ ERROR associated item constraints are not allowed here
fn in_bound<'a, F: Fetch>()
where
    F::fetch<'a>: Send,
    //~^ ERROR method takes 2 lifetime arguments but 1 lifetime argument was supplied
    F::typed: Send,
    //~^ ERROR missing generics for method `Fetch::typed`
    F: Fetch<fetch<'a>: Send>,
    //~^ ERROR method takes 2 lifetime arguments but 1 lifetime argument was supplied
    //~| ERROR method takes 2 lifetime arguments but 1 lifetime argument was supplied
    //~| ERROR method takes 2 lifetime arguments but 1 lifetime argument was supplied
{
}
fn nested_in_bound<F: Fetch>()
where
    Option<F::fetch>: Send,
    //~^ ERROR missing generics for method `Fetch::fetch`
{
}
fn in_body<F: Fetch>(f: F) {
    let _: F::fetch = f.fetch("");
    //~^ ERROR missing generics for method `Fetch::fetch`
}

fn main() {}
