//@ check-pass
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A promise does not keep the arguments of a trait from being inferred.

#![feature(async_fn_in_dyn_trait, return_type_notation, async_auto_trait_bounds)]
#![allow(incomplete_features)]

use std::boxed::Boxing;

trait Fetch<T> {
    async fn fetch(&self) -> T;
}
trait Sub: Fetch<u8> {}
trait Two: Fetch<u8> + Fetch<u16> {}

struct One;
impl Fetch<u8> for One {
    async fn fetch(&self) -> u8 {
        1
    }
}
impl Sub for One {}

fn is_send<T: Send>(_: T) {}
fn boxed<T>(fetch: Box<dyn Fetch<T, fetch(..): Send>>) {
    is_send(fetch.fetch())
}
fn borrowed<T>(fetch: &dyn Fetch<T, fetch(..): Send>) {
    is_send(fetch.fetch())
}

fn infer() {
    boxed(Boxing::new(Box::new(One)) as Box<dyn Fetch<_, fetch(..): Send>>);
    let sub: Box<dyn Sub<fetch(..): Send>> = Boxing::new(Box::new(One));
    let fetch: Box<dyn Fetch<_, fetch(..): Send>> = sub;
    boxed(fetch);
    let sub: Box<dyn Sub<fetch(..): Send>> = Boxing::new(Box::new(One));
    boxed(sub);
    let sub: &dyn Sub<fetch(..): Send> = Boxing::new(&One);
    borrowed(sub);
    borrowed(Boxing::new(&One));
}

fn two(two: &(dyn Two + async Send)) {
    is_send(Fetch::<u8>::fetch(two));
    is_send(Fetch::<u16>::fetch(two));
    let _: &dyn Fetch<u8, fetch(..): Send> = two;
    let _: &dyn Fetch<u16, fetch(..): Send> = two;
    let _: &dyn Two = two;
}

fn main() {
    infer();
    let _ = two;
}
