//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// `?Sized` is never lost, as what is behind the `dyn` need not have an adapter: not by a coercion,
// an upcast, a cast of pointers, or a subtype, and not within a smart pointer. Nor is a `dyn` made
// without an adapter if another of its methods needs one.

#![feature(async_fn_in_dyn_trait, return_type_notation, dyn_placement)]
#![feature(async_auto_trait_bounds)]
#![allow(incomplete_features)]

use std::marker::PhantomData;
use std::pin::Pin;
use std::rc::Rc;

trait Fetch {
    async fn fetch(&self, id: u32) -> u32;
}

trait Two: Fetch {
    async fn two(&self) -> u32;
}

trait Of<T> {
    async fn of(&self, by: T);
}

trait Twice: Of<u8> + Of<u16> {}

type Unsized = dyn Fetch<fetch(..): ?Sized>;

fn coerced(f: &Unsized) -> &dyn Fetch {
    f //~ ERROR mismatched types
}

fn to_less(f: &(dyn Two + async ?Sized)) -> &dyn Two<two(..): ?Sized> {
    f //~ ERROR mismatched types
}

fn upcast(f: &dyn Two<fetch(..): ?Sized>) -> &dyn Fetch {
    f //~ ERROR mismatched types
}

fn of_all(f: &(dyn Two + async ?Sized)) -> &dyn Fetch {
    f //~ ERROR mismatched types
}

fn cast(f: *const Unsized) -> *const dyn Fetch {
    f as *const dyn Fetch //~ ERROR
}

fn cast_of_mut(f: *mut (dyn Two + async ?Sized)) -> *mut dyn Fetch {
    f as *mut dyn Fetch //~ ERROR
}

fn pinned(f: Pin<Box<Unsized>>) -> Pin<Box<dyn Fetch>> {
    f //~ ERROR mismatched types
}

fn counted(f: Rc<Unsized>) -> Rc<dyn Fetch> {
    f //~ ERROR mismatched types
}

struct Tail<T: ?Sized>(u8, T);

fn tail(f: &Tail<Unsized>) -> &Tail<dyn Fetch> {
    f //~ ERROR mismatched types
}

fn subtype(f: PhantomData<Unsized>) -> PhantomData<dyn Fetch> {
    f //~ ERROR mismatched types
}

fn supertype(f: PhantomData<dyn Fetch>) -> PhantomData<Unsized> {
    f //~ ERROR mismatched types
}

// That the trait is there twice makes no difference: both futures are without a size.
fn of_other_arguments(f: &dyn Twice<of(..): ?Sized>) -> &dyn Of<u16> {
    //~^ ERROR ambiguous
    f
}

fn without_adapter<T: Two + 'static>(t: &T) -> &dyn Two<fetch(..): ?Sized> {
    t //~ ERROR
}

fn main() {}
