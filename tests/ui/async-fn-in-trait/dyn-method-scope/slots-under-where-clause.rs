//@ run-pass
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A where-clause about `Self` that the type behind a `dyn` meets, and the `dyn` type does not: the
// methods of supertraits are found in their slots, as is the vtable of a supertrait.

#![feature(async_fn_in_dyn_trait, dyn_method_scope, return_type_notation)]
#![allow(incomplete_features, dead_code)]

use std::boxed::Boxing;
use std::marker::PhantomData;

trait First {
    fn first(&self) -> String;
}
trait Fetch {
    async fn fetch(&self) -> u8;
    fn name(&self) -> u64;
}
trait SendFetch: First + Fetch
where
    Self::fetch(..): Send,
{
    const N: u8 = 1;
    fn id(&self) -> u32;
}

struct Wrapper<T: ?Sized>(PhantomData<T>);
trait Marker {}
impl Marker for Wrapper<Value> {}

trait Wrapped: First + Fetch
where
    Wrapper<Self>: Marker,
{
    fn generic<R>(&self) {}
}

struct Value;
impl First for Value {
    fn first(&self) -> String {
        "first".to_string()
    }
}
impl Fetch for Value {
    async fn fetch(&self) -> u8 {
        1
    }
    fn name(&self) -> u64 {
        5
    }
}
impl SendFetch for Value {
    fn id(&self) -> u32 {
        7
    }
}
impl Wrapped for Value {}

fn by_future(d: &dyn SendFetch) -> (String, u64, u64) {
    let upcast: &dyn Fetch = d;
    (d.first(), d.name(), upcast.name())
}

fn by_wrapper(d: &dyn Wrapped) -> (String, u64, u64) {
    let upcast: &dyn Fetch = d;
    (d.first(), d.name(), upcast.name())
}

fn main() {
    let expected = ("first".to_string(), 5, 5);
    assert_eq!(by_future(Boxing::from_ref(&Value)), expected);
    assert_eq!(by_wrapper(Boxing::from_ref(&Value)), expected);
}
