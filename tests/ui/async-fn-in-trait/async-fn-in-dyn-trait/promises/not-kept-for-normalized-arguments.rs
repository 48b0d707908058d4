//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A promise is checked where the `dyn` is made, whatever way its trait comes to its arguments.

#![feature(async_fn_in_dyn_trait, return_type_notation, async_auto_trait_bounds)]
#![feature(trait_alias)]
#![allow(incomplete_features)]

use std::boxed::Boxing;
use std::rc::Rc;

trait Same {
    type Same;
}
impl<T> Same for T {
    type Same = T;
}

struct Shared;

trait Fetch<T> {
    async fn fetch(&self) -> u8;
}
impl<T> Fetch<T> for Shared {
    async fn fetch(&self) -> u8 {
        let shared = Rc::new(1);
        std::future::ready(()).await;
        *shared
    }
}

trait OfKey<K: Same>: Fetch<K::Same> {}
impl OfKey<u8> for Shared {}

fn projected() {
    let _: &dyn OfKey<u8, fetch(..): Send> = Boxing::new(&Shared);
    //~^ ERROR cannot be sent between threads safely
}

trait Vecs<T>: Fetch<Vec<<T as Same>::Same>> {}
impl<T> Vecs<T> for Shared {}
trait OfVecs: Vecs<u8> {}
impl OfVecs for Shared {}

fn of_all_methods() {
    let _: &(dyn OfVecs + async Send) = Boxing::new(&Shared);
    //~^ ERROR cannot be sent between threads safely
}

trait FetchArray<const N: usize> {
    async fn fetch(&self) -> [u8; N];
}
const TWO: usize = 2;
impl FetchArray<2> for Shared {
    async fn fetch(&self) -> [u8; 2] {
        let shared = Rc::new(1);
        std::future::ready(()).await;
        [*shared; 2]
    }
}
trait OfTwo: FetchArray<TWO> {}
impl OfTwo for Shared {}

fn constant() {
    let _: &dyn OfTwo<fetch(..): Send> = Boxing::new(&Shared);
    //~^ ERROR cannot be sent between threads safely
}

trait SendFetch<T> = Fetch<T> where <Self as Fetch<T>>::fetch(..): Send;

fn alias<T>() -> &'static dyn SendFetch<T> {
    Boxing::new(&Shared)
    //~^ ERROR cannot be sent between threads safely
}

fn main() {}
