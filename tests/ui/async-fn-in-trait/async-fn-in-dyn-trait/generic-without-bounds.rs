//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// In generic code, the bounds have to show what a `dyn` needs.

#![feature(async_fn_in_dyn_trait, return_type_notation)]
#![allow(incomplete_features)]

use std::boxed::Boxing;

trait Fetch {
    async fn fetch(&self);
}

fn lacks_trait<T>(t: &T) -> &dyn Fetch {
    Boxing::new(t)
    //~^ ERROR the trait bound `T: Fetch` is not satisfied
}
fn lacks_adapter<T: Fetch>(t: &T) -> &dyn Fetch {
    t
    //~^ ERROR the type `T` cannot be converted to a `dyn Fetch` without an adapter
}
fn lacks_sized<T: Fetch + ?Sized>(t: &T) -> &dyn Fetch {
    Boxing::new(t)
    //[current]~^ ERROR an adapter takes a pointer to a sized value
    //~^^ ERROR the size for values of type `T` cannot be known at compilation time
    //[next]~^^^ ERROR the size for values of type `T` cannot be known at compilation time
}
fn lacks_promise<T: Fetch>(t: &T) -> &dyn Fetch<fetch(..): Send> {
    Boxing::new(t)
    //~^ ERROR `impl Future<Output = ()> { <T as Fetch>::fetch(..) }` cannot be sent between threads
}
fn lacks_lifetime<T: Fetch>(t: Box<T>) -> Box<dyn Fetch> {
    Boxing::new(t)
    //~^ ERROR the parameter type `T` may not live long enough
}

fn main() {}
