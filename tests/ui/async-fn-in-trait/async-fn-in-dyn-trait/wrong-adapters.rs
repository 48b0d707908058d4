//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// What is wrong with an adapter, as far as can be seen.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

use std::alloc::Layout;
use std::boxed::Boxing;
use std::future::FutureAdapter;
use std::marker::PhantomData;
use std::ptr::NonNull;

#[repr(transparent)]
struct Erased<T>(T);
unsafe impl<T> FutureAdapter for Erased<T> {
    type Adapted = T;
    type Room = ();
    // It does not get to know the future.
    fn allocate<F: Future>(_: Layout) -> NonNull<u8> {
        //~^ ERROR associated function `allocate` has 1 type parameter but its trait
        NonNull::<F>::dangling().cast()
    }
    unsafe fn deallocate(_: NonNull<u8>, _: Layout) {}
}

#[repr(transparent)]
struct Borrows<'a, T>(T, PhantomData<&'a ()>);
unsafe impl<'a, T> FutureAdapter for Borrows<'a, T> {
    //~^ ERROR not all trait items implemented, missing: `Room`
    type Adapted = T;
    fn allocate(layout: Layout) -> NonNull<u8> {
        layout.dangling_ptr()
    }
    unsafe fn deallocate(_: NonNull<u8>, _: Layout) {}
}

fn called<T>(t: T) {
    // It has to be known of which type it is the adapter.
    let _: &Boxing<u8> = Boxing::new(&1_u16);
    //~^ ERROR mismatched types
    Boxing::<u8>::new(&t);
    //[current]~^ ERROR type mismatch resolving `<Boxing<u8> as FutureAdapter>::Adapted == T`
    //[current]~^^ ERROR type mismatch resolving `<Boxing<u8> as FutureAdapter>::Adapted == T`
    //[next]~^^^ ERROR type mismatch resolving `u8 == T`
    //[next]~^^^^ ERROR type mismatch resolving `u8 == T`
}

fn main() {}
