//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// The arguments of a supertrait are what they normalize to: associated types, named constants.

#![feature(async_fn_in_dyn_trait, return_type_notation, async_auto_trait_bounds)]
#![allow(incomplete_features)]

extern crate run_ready;

use std::boxed::Boxing;

use run_ready::run;

fn is_send<T: Send>(t: T) -> T {
    t
}

trait Key {
    type Key;
}
impl Key for u8 {
    type Key = u16;
}

trait Fetch<T> {
    async fn fetch(&self) -> u8;
}
trait OfKey<K: Key>: Fetch<K::Key> {}
trait OfNumber: Fetch<<u8 as Key>::Key> {}

struct Value(u8);
impl<T> Fetch<T> for Value {
    async fn fetch(&self) -> u8 {
        let value = self.0;
        std::future::ready(()).await;
        value
    }
}
impl OfKey<u8> for Value {}
impl OfNumber for Value {}

const TWO: usize = 2;
trait FetchArray<const N: usize> {
    async fn fetch(&self) -> [u8; N];
}
trait OfTwo: FetchArray<TWO> {}
impl FetchArray<2> for Value {
    async fn fetch(&self) -> [u8; 2] {
        [self.0; 2]
    }
}
impl OfTwo for Value {}

fn generic<T, F: Fetch<T> + ?Sized>(f: &F) -> u8 {
    run(f.fetch())
}

fn main() {
    let value = Value(3);
    let of_key: &dyn OfKey<u8, fetch(..): Send> = Boxing::new(&value);
    assert_eq!(run(is_send(of_key.fetch())), 3);
    let fetch: &dyn Fetch<u16, fetch(..): Send> = of_key;
    assert_eq!(run(is_send(fetch.fetch())), 3);

    let of_number: &dyn OfNumber = Boxing::new(&value);
    assert_eq!(run(of_number.fetch()), 3);
    assert_eq!(generic::<u16, _>(of_number), 3);
    let of_number: &(dyn OfNumber + async Send) = Boxing::new(&value);
    assert_eq!(run(is_send(of_number.fetch())), 3);
    let fetch: &(dyn Fetch<u16> + async Send) = of_number;
    assert_eq!(run(is_send(fetch.fetch())), 3);

    let of_two: &dyn OfTwo<fetch(..): Send> = Boxing::new(&value);
    assert_eq!(run(is_send(of_two.fetch())), [3, 3]);
    let fetch: &dyn FetchArray<2, fetch(..): Send> = of_two;
    assert_eq!(run(is_send(fetch.fetch())), [3, 3]);
}
