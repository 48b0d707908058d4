//@ edition: 2024
//@ only-x86_64
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// What is placed is what a call returns, and the call has to be there, as one of a function or a
// method.

#![feature(async_fn_in_dyn_trait, core_intrinsics, dyn_placement)]
#![allow(incomplete_features, internal_features)]

use std::future::{Slot, dyn_box, dyn_in};
use std::pin::pin;

trait Fetch {
    async fn fetch(&self) -> u32;
}

unsafe fn unchecked() -> std::future::Ready<u8> {
    std::future::ready(1)
}

async fn takes(_: u8) {}

extern "C" fn foreign() {}

#[target_feature(enable = "sse2")]
fn featured() {}

struct Wrapper(u8);

fn calls(f: &dyn Fetch, closure: impl Fn() -> u8, pointer: fn() -> u8) {
    let future = f.fetch();
    dyn_box!(future); //~ ERROR expected a call of a function or a method
    dyn_box!(async { 1 }); //~ ERROR expected a call of a function or a method
    dyn_box!({ f.fetch() }); //~ ERROR expected a call of a function or a method
    dyn_box!(closure()); //~ ERROR expected a call of a function or a method
    dyn_box!(pointer()); //~ ERROR expected a call of a function or a method
    dyn_box!(Wrapper(1)); //~ ERROR expected a call of a function or a method
    dyn_box!(unsafe { unchecked() }); //~ ERROR expected a call of a function or a method
    unsafe { dyn_box!(unchecked()) }; //~ ERROR a call of an unsafe function can't be given a place
    dyn_box!(foreign()); //~ ERROR a call of an `extern` function can't be given a place
    dyn_box!(std::intrinsics::wrapping_add(1_u8, 2));
    //~^ ERROR a call of an intrinsic function can't be given a place
    dyn_box!(featured()); //~ ERROR a call of a `#[target_feature]` function can't be given a place
    dyn_box!(std::future::unapplied(takes(1))); //~ ERROR expected a call of a function or a method
    dyn_box!(f.fetch); //~ ERROR attempted to take value of method `fetch`
    dyn_box!(f.fetched()); //~ ERROR no method named `fetched` found
    dyn_box!(f.fetch(1)); //~ ERROR this method takes 0 arguments but 1 argument was supplied
    dyn_box!(takes("text")); //~ ERROR mismatched types

    // A place has to be one.
    dyn_in!(Slot::<64>::new(), f.fetch()); //~ ERROR `Slot<64>` is no place for a future
    let mut slot = Slot::<64>::new();
    dyn_in!(&mut slot, f.fetch()); //~ ERROR `&mut Slot<64>` is no place for a future
}

fn main() {}
