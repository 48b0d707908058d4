//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A future that is `'static` whatever lifetimes its trait has must not give something that is not:
// two such types would have one `TypeId`, and `Any` would take one for the other.

#![feature(async_fn_in_dyn_trait, return_type_notation)]
#![allow(incomplete_features)]

trait Declared<T> {
    fn fetch(&self) -> impl Future<Output = fn(T)> + 'static;
}
fn declared<'x>(_: &dyn Declared<&'x u8>) {}
//~^ ERROR the trait `Declared` is not dyn compatible

trait Item {
    type Item;
    fn fetch<'a>(&self, like: &'a u8) -> impl Future<Output = Self::Item> + 'a;
}
fn item<'x>(_: &dyn Item<Item = &'x u8>) {}
//~^ ERROR the trait `Item` is not dyn compatible

trait Fetch<T> {
    async fn fetch(&self) -> T;
}
trait Sub<T>: Fetch<T, fetch(..): 'static> {}
fn by_subtrait<'x>(_: &dyn Sub<&'x u8>) {}
//~^ ERROR the trait `Sub` is not dyn compatible

// What is known to live as long is fine.
trait Borrowed<T> {
    fn by_argument<'a>(&'a self, value: &'a T) -> impl Future<Output = &'a T> + 'a;
    fn by_bound(&self) -> impl Future<Output = Option<T>> + 'static
    where
        T: 'static;
    fn by_receiver<'a>(&'a self) -> impl Future<Output = Box<dyn Borrowed<T> + 'a>> + 'a
    where
        T: 'a;
    fn nothing(&self) -> impl Future<Output = ()> + 'static;
}
fn borrowed<'x>(_: &dyn Borrowed<&'x u8>) {}
trait OfNumbers: Fetch<u8, fetch(..): 'static> {}
fn of_numbers(_: &dyn OfNumbers) {}

fn main() {}
