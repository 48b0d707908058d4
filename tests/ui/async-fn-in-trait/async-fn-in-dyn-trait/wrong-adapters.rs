//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// What is wrong with an adapter, as far as can be seen.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

use std::boxed::Boxing;
use std::future::FutureAdapter;
use std::pin::Pin;

#[repr(transparent)]
struct NotAFuture<T>(T);
unsafe impl<T> FutureAdapter for NotAFuture<T> {
    type Adapted = T;
    type Owner<F: Future> = Box<F>;
    //~^ ERROR `F` cannot be unpinned
    fn adapt<F: Future>(future: F) -> Box<F> {
        Box::new(future)
    }
}

#[repr(transparent)]
struct OtherOutput<T>(T);
unsafe impl<T> FutureAdapter for OtherOutput<T> {
    type Adapted = T;
    type Owner<F: Future> = std::future::Ready<u8>;
    //~^ ERROR the size and alignment of a pointer
    //[current]~^^ ERROR expected `Ready<u8>` to be a future that resolves to `<F as Future>::Output`
    //[next]~^^^ ERROR type mismatch resolving `u8 == <F as Future>::Output`
    fn adapt<F: Future>(_: F) -> std::future::Ready<u8> {
        std::future::ready(1)
    }
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
