//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A trait may bound a supertrait's futures, and generic code relies on that. What the futures of a
// `dyn` could not meet keeps the trait from having a `dyn` type.

#![feature(async_fn_in_dyn_trait, return_type_notation, named_return_types)]
#![allow(incomplete_features, dead_code)]

trait Fetch {
    type Item;
    fn fetch(&self) -> impl Future<Output = Self::Item> + use<Self>;
    async fn by_name<'a>(&'a self, name: &'a str) -> Self::Item;
}

trait IsClone: Fetch<fetch(..): Clone> {}
trait IsSendForStatic: Fetch<by_name<'static>: Send> + 'static {}
trait HasOutput: Fetch<fetch(..): Future<Output = u8>> {}
trait Inherits: IsClone {}
trait HasCopyOutput: Fetch<fetch(..): Future<Output: Copy>> {}
trait HasStaticOutput: Fetch<fetch(..): Future<Output: 'static>> {}

fn is_clone<T: IsClone + ?Sized>(t: &T) {
    let _ = t.fetch().clone();
}
fn of_dyn(_: &dyn IsClone<Item = u8>) {}
//~^ ERROR the trait `IsClone` is not dyn compatible
fn some_calls(_: &dyn IsSendForStatic<Item = u8>) {}
//~^ ERROR the trait `IsSendForStatic` is not dyn compatible
fn output(_: &dyn HasOutput<Item = u16>) {}
//~^ ERROR the trait `HasOutput` is not dyn compatible
fn inherited(_: &dyn Inherits<Item = u8>) {}
//~^ ERROR the trait `Inherits` is not dyn compatible

fn copies<T: HasCopyOutput + ?Sized>(item: &T::Item) -> T::Item {
    *item
}
fn copy_output(_: &dyn HasCopyOutput<Item = Box<u8>>) {}
//~^ ERROR the trait `HasCopyOutput` is not dyn compatible
fn static_output<'a>(_: &dyn HasStaticOutput<Item = &'a u8>) {}
//~^ ERROR the trait `HasStaticOutput` is not dyn compatible

// What a `dyn` can promise is fine, and so is what its futures are anyway.
trait Fine: Fetch<fetch(..): Send + Future<Output = Self::Item>, by_name(..): Send + Sync> {}
fn fine(_: &dyn Fine<Item = u8>) {}

fn main() {}
