// Types that differ in what they promise, and of which method, have symbols that differ: a method
// called `async` beside all methods, an associated type of a method's name, and two supertraits
// with a method of one name.

//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally
//@ edition: 2024
//@ compile-flags: -Csymbol-mangling-version=v0
//@ run-pass

#![feature(async_auto_trait_bounds, async_fn_in_dyn_trait, return_type_notation, trait_alias)]
#![allow(dead_code, incomplete_features, non_camel_case_types, unused_associated_type_bounds)]

trait Raw {
    async fn r#async(&self) -> u8;
}

trait Named {
    type fetch: ?Sized
    where
        Self: Sized;
    async fn fetch(&self) -> u8;
}

trait First {
    async fn go(&self) -> u8;
}
trait Second {
    async fn go(&self) -> u8;
}
trait Both: First + Second {}
trait SendFirst = Both where <Self as First>::go(..): Send;
trait SendSecond = Both where <Self as Second>::go(..): Send;

#[inline(never)]
fn name<T: ?Sized>() -> &'static str {
    std::any::type_name::<T>()
}

fn main() {
    assert_ne!(name::<dyn Raw<r#async(..): Send> + Send>(), name::<dyn Raw + async Send>());
    let _ = (name::<dyn Named<fetch = dyn Send>>(), name::<dyn Named<fetch(..): Send>>());
    let _ = (name::<dyn SendFirst>(), name::<dyn SendSecond>());
}
