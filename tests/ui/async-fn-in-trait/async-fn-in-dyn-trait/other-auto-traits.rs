//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A `dyn`'s future has an auto trait if and only if that is promised, whatever raw pointers have.
// What its type can't have keeps a trait that relies on it from being dyn-compatible.

#![feature(async_fn_in_dyn_trait, return_type_notation)]
#![feature(auto_traits, negative_impls, freeze, unsafe_unpin)]
#![allow(incomplete_features)]

use std::boxed::Boxing;
use std::cell::UnsafeCell;
use std::future::DynFuture;
use std::marker::{Freeze, UnsafeUnpin};

/// Raw pointers have it, as they have `Freeze`.
unsafe auto trait NoCell {}
impl<T: ?Sized> !NoCell for UnsafeCell<T> {}
unsafe impl<T: ?Sized> NoCell for *mut T {}

/// Raw pointers lack it.
auto trait NoPointer {}
impl<T: ?Sized> !NoPointer for *const T {}
impl<T: ?Sized> !NoPointer for *mut T {}

/// The future itself lacks it, or has it for another reason.
auto trait Denied {}
impl<Captures, D: ?Sized> !Denied for DynFuture<Captures, D> {}
auto trait OfAll {}
impl<T: ?Sized + Copy> OfAll for T {}

trait Fetch {
    async fn fetch(&self) -> u8;
}
impl Fetch for u8 {
    async fn fetch(&self) -> u8 {
        *self
    }
}
fn no_cell<T: NoCell>(_: T) {}
fn no_pointer<T: NoPointer>(_: T) {}
fn freeze<T: Freeze>(_: T) {}
fn unsafe_unpin<T: UnsafeUnpin>(_: T) {}

fn nothing_is_promised(fetch: &dyn Fetch) {
    no_cell(fetch.fetch());
    //~^ ERROR the trait bound
    no_pointer(fetch.fetch());
    //~^ ERROR the trait bound
    freeze(fetch.fetch());
    //~^ ERROR the trait bound
    unsafe_unpin(fetch.fetch());
    //~^ ERROR the trait bound
}
fn promised(fetch: &dyn Fetch<fetch(..): NoCell + NoPointer + Freeze + UnsafeUnpin>) {
    no_cell(fetch.fetch());
    no_pointer(fetch.fetch());
    freeze(fetch.fetch());
    unsafe_unpin(fetch.fetch());
}
fn made(value: &u8) {
    let _: &dyn Fetch<fetch(..): NoCell> = Boxing::new(value);
    // There is one in a `Pin<Box<_>>`.
    let _: &dyn Fetch<fetch(..): NoPointer> = Boxing::new(value);
    //~^ ERROR the trait bound
}

trait Fine: Fetch<fetch(..): NoCell + NoPointer + Freeze + UnsafeUnpin> {}
fn fine(fine: &dyn Fine) {
    no_cell(fine.fetch());
    freeze(fine.fetch());
}
trait IsDenied: Fetch<fetch(..): Denied> {}
fn is_denied(_: &dyn IsDenied) {}
//~^ ERROR the trait `IsDenied` is not dyn compatible
trait IsOfAll: Fetch<fetch(..): OfAll> {}
fn is_of_all(_: &dyn IsOfAll) {}
//~^ ERROR the trait `IsOfAll` is not dyn compatible
trait Declared {
    fn declared(&self) -> impl Future<Output = u8> + Denied;
}
fn declared(_: &dyn Declared) {}
//~^ ERROR the trait `Declared` is not dyn compatible

fn main() {}
