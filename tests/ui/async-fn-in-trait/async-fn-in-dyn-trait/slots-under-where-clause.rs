//@ run-pass
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A where-clause about a future, which the type behind the `dyn` meets and its `DynFuture` does
// not: the methods of supertraits are found in their slots, as is the vtable of a supertrait.

#![feature(async_fn_in_dyn_trait, return_type_notation)]
#![allow(incomplete_features, dead_code)]

use std::boxed::Boxing;

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
    fn id(&self) -> u32;
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

fn name(fetch: &(impl Fetch + ?Sized)) -> u64 {
    fetch.name()
}

fn main() {
    let d: &dyn SendFetch = Boxing::from_ref(&Value);
    assert_eq!((&*d.first(), d.name(), name(d)), ("first", 5, 5));
    let upcast: &dyn Fetch = d;
    assert_eq!(upcast.name(), 5);
}
