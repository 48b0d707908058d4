//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// What is placed lives as long as the future does: no longer than what the call has captured, nor
// than its place.

#![feature(async_fn_in_dyn_trait, dyn_placement)]
#![allow(incomplete_features)]

use std::future::{Placed, Slot, SlotRoom, dyn_box, dyn_in};
use std::pin::Pin;

trait Fetch<T> {
    async fn fetch(&self, text: &str, by: T) -> usize;
    fn forever(&self) -> impl Future<Output = ()> + 'static;
}

type Boxed<'a> = Pin<Box<dyn Future<Output = usize> + 'a>>;

fn outlives_argument<'a>(f: &'a dyn Fetch<u8>) -> Boxed<'a> {
    let text = String::from("text");
    dyn_box!(f.fetch(&text, 1)) //~ ERROR cannot return value referencing local variable `text`
}

fn outlives_receiver<'a>(f: &dyn Fetch<u8>, text: &'a str) -> Boxed<'a> {
    dyn_box!(f.fetch(text, 1)) //~ ERROR explicit lifetime required in the type of `f`
}

fn outlives_trait_argument<'a, 'b>(f: &'a dyn Fetch<&'b u8>, by: &'b u8) -> Boxed<'a> {
    dyn_box!(f.fetch("", by))
}

fn shortens<'a, 'b>(f: &'a dyn Fetch<&'b u8>, by: &'b u8) -> Boxed<'b> {
    dyn_box!(f.fetch("", by)) //~ ERROR lifetime may not live long enough
}

type Rooted<'a> = Placed<dyn Future<Output = usize> + 'a, SlotRoom<'a>>;

fn outlives_place<'a>(f: &'a dyn Fetch<u8>) -> Rooted<'a> {
    let mut slot = std::pin::pin!(Slot::<64>::new());
    dyn_in!(slot.as_mut(), f.fetch("", 1))
    //~^ ERROR cannot return value referencing local variable `slot`
    //~| ERROR cannot return value referencing temporary value
}

fn two_at_a_time(f: &dyn Fetch<u8>, mut slot: Pin<&mut Slot<64>>) {
    let a = dyn_in!(slot.as_mut(), f.fetch("", 1));
    let b = dyn_in!(slot.as_mut(), f.fetch("", 1));
    //~^ ERROR cannot borrow `slot` as mutable more than once at a time
    drop((a, b));
}

fn moved(f: &dyn Fetch<u8>, slot: Pin<&mut Slot<64>>) {
    drop(dyn_in!(slot, f.fetch("", 1)));
    drop(dyn_in!(slot, f.fetch("", 1))); //~ ERROR use of moved value: `slot`
}

fn used_while_borrowed(f: &mut dyn Fetch<u8>) {
    let future = dyn_box!(f.fetch("", 1));
    let again = &mut *f; //~ ERROR cannot borrow `*f` as mutable because it is also borrowed
    drop(future);
    drop(again);
}

fn declared(f: &dyn Fetch<u8>) -> Pin<Box<dyn Future<Output = ()>>> {
    dyn_box!(f.forever())
}

fn main() {}
