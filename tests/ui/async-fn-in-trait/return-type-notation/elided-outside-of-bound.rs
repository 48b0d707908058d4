//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// `(..)` stands for many types, one for each lifetime that the arguments could have. Only the
// subject of a bound can be all of them.

#![feature(return_type_notation, named_return_types)]
#![allow(async_fn_in_trait)]

trait Fetch {
    async fn fetch(&mut self, id: u32) -> u32;
    async fn generic<T>(&mut self, t: T) -> T;
    fn len(&self) -> usize;
}
fn free(_: &str) -> impl Sized {}

fn argument<F: Fetch>(_: F::fetch(..)) {}
//~^ ERROR `(..)` stands for many types
struct Field<F: Fetch>(<F as Fetch>::fetch(..));
//~^ ERROR `(..)` stands for many types
type Free = free(..);
//~^ ERROR `(..)` stands for many types
fn nested<F: Fetch>()
where
    Option<F::fetch(..)>: Send,
    //~^ ERROR `(..)` stands for many types
{
    let _: F::len(..);
    //~^ ERROR `(..)` stands for many types
    let _: F::generic::<u8>(..);
    //~^ ERROR `(..)` stands for many types
}

fn main() {}
