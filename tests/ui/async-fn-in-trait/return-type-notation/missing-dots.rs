//@ run-rustfix
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// `F::fetch()` in a bound of a method that takes arguments is most likely meant for any.

#![feature(return_type_notation)]
#![allow(async_fn_in_trait, dead_code)]

trait Fetch {
    async fn fetch(&mut self, id: u32) -> u32;
}
fn path<F: Fetch>()
where
    F::fetch(): Send,
    //~^ ERROR this method takes 2 arguments but 0 arguments were supplied
{
}
fn constraint<F: Fetch<fetch(): Send>>() {}
//~^ ERROR this method takes 2 arguments but 0 arguments were supplied
fn three_dots<F: Fetch>()
where
    F::fetch(...): Send,
    //~^ ERROR return type notation elides all arguments with just `..`
{
}
fn trailing_comma<F: Fetch<fetch(..,): Send>>() {}
//~^ ERROR return type notation elides all arguments with just `..`
fn returned<F: Fetch>()
where
    for<'a> F::fetch(&'a mut F, u32) -> u32: Send,
    //~^ ERROR return type not allowed with return type notation
    F::fetch(..) -> u32: Send,
    //~^ ERROR return type not allowed with return type notation
{
    let _: u32::from_str_radix(&str, u32) -> u32;
    //~^ ERROR return type not allowed with return type notation
    let _: Vec::<u8>::with_capacity::<>(usize) -> u32;
    //~^ ERROR return type not allowed with return type notation
}

fn main() {}
