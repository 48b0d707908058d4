//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// An alias can't have a `dyn` promise something of a trait that it does not have.

#![feature(async_fn_in_dyn_trait, return_type_notation)]
#![feature(trait_alias)]
#![allow(incomplete_features)]

use std::boxed::Boxing;
use std::rc::Rc;

trait Fetch<T> {
    async fn fetch(&self) -> u8;
}
trait Other<T, U> = Fetch<T> where <Self as Fetch<U>>::fetch(..): Send;
//[current]~^ ERROR the trait bound `Self: Fetch<U>` is not satisfied

struct Shared;
impl<T> Fetch<T> for Shared {
    async fn fetch(&self) -> u8 {
        let shared = Rc::new(1);
        std::future::ready(()).await;
        *shared
    }
}

fn make<T, U>() -> &'static dyn Other<T, U> {
    //~^ ERROR the trait bound
    Boxing::new(&Shared)
    //~^ ERROR future cannot be sent between threads safely
    //[current]~^^ ERROR the trait bound
    //[next]~^^^ ERROR cannot be sent between threads safely
}

fn main() {}
