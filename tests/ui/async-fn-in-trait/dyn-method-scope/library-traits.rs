//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// Traits that the language knows, as `dyn` types that do not implement them: no operator uses
// these.

#![feature(dyn_method_scope)]

use std::hash::{BuildHasher, Hash, Hasher};
use std::ops::{Add, Deref, Index, Neg};
use std::pin::Pin;

fn async_fn(f: &dyn AsyncFn()) {
    f(); //~ ERROR expected function, found `&dyn AsyncFn<(), Output = ()>`
}

fn iterator(i: &mut dyn Iterator) -> (usize, Option<usize>) {
    i.next(); //~ ERROR the method `next` can't be used on `dyn Iterator`
    i.size_hint()
}

fn hash(h: &dyn Hash, hasher: &mut dyn Hasher) {
    1u8.hash(&mut &mut *hasher);
    h.hash(hasher); //~ ERROR the method `hash` can't be used on `dyn Hash`
}

fn build(b: &dyn BuildHasher) {
    b.build_hasher(); //~ ERROR the method `build_hasher` can't be used on `dyn BuildHasher`
}

async fn future(f: Pin<Box<dyn Future>>) {
    f.await; //~ ERROR `dyn Future` is not a future
}

fn operators(d: &dyn Deref, i: &dyn Index<usize>, a: Box<dyn Add<u8>>, n: Box<dyn Neg>) {
    **d; //~ ERROR type `dyn Deref` cannot be dereferenced
    i[0]; //~ ERROR cannot index into a value of type `&dyn Index<usize>`
    *a + 1; //~ ERROR cannot add `{integer}` to `dyn Add<u8>`
    -*n; //~ ERROR cannot apply unary operator `-` to type `(dyn Neg + 'static)`
}

fn main() {
    let _: &dyn Hash = &1u8;
    let _: Box<dyn Future> = Box::new(async { 1 });
    let _: Box<dyn Iterator> = Box::new(0..3);
}
