//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// The same supertrait twice, with different arguments, and one with an associated type.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

extern crate run_ready;

use std::boxed::Boxing;

use run_ready::run;

trait Convert<T> {
    async fn convert(&self, from: T) -> T;
}
trait Produce {
    type Item;
    async fn produce(&self) -> Self::Item;
}
trait Both: Convert<u8> + Convert<String> + Produce<Item = char> {
    async fn both(&self) -> (u8, String, char) {
        (self.convert(1).await, self.convert(String::from("a")).await, self.produce().await)
    }
}

struct Value;
impl Convert<u8> for Value {
    async fn convert(&self, from: u8) -> u8 {
        from + 1
    }
}
impl Convert<String> for Value {
    async fn convert(&self, from: String) -> String {
        from + "!"
    }
}
impl Produce for Value {
    type Item = char;
    async fn produce(&self) -> char {
        'c'
    }
}
impl Both for Value {}

async fn produce<P: Produce + ?Sized>(p: &P) -> P::Item {
    p.produce().await
}
async fn convert<T>(c: &dyn Convert<T>, from: T) -> T {
    c.convert(from).await
}

fn main() {
    let both: &dyn Both = Boxing::new(&Value);
    assert_eq!(run(both.both()), (2, String::from("a!"), 'c'));
    assert_eq!(run(both.convert(2_u8)), 3);
    assert_eq!(run(both.convert(String::from("b"))), "b!");
    assert_eq!(run(produce(both)), 'c');
    assert_eq!(run(convert::<u8>(both, 3)), 4);
    assert_eq!(run(convert::<String>(both, String::new())), "!");
    let produces: &dyn Produce<Item = char> = both;
    assert_eq!(run(produce(produces)), 'c');
}
