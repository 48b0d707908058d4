//@ aux-build: store_by_key.rs
//@ aux-build: impl_by_projection.rs
//@ aux-build: dyn_store_by_key.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// One crate has an impl for any type that a projection may be, and knows of no gate. Another has
// a `dyn` type that lacks the trait, and does not know the impl. Generic code of the first would
// read the `String` of that `dyn` as an array. So the two can't be used together.

extern crate dyn_store_by_key;
extern crate impl_by_projection;
extern crate store_by_key;

use dyn_store_by_key::HasDyn;
use impl_by_projection::Local;
use store_by_key::Has;

struct Key;
impl Has for Key {
    type Type = <dyn_store_by_key::Key as HasDyn<Local<Key>>>::Dyn;
}

fn main() {
    let store = dyn_store_by_key::boxed::<Local<Key>>();
    println!("{:?}", impl_by_projection::get::<Key>(&*store));
}

//~? ERROR may be a `dyn` type that does not
