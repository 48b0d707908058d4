//@ check-pass
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// How long a future lives is known of one through a `dyn` where it is in generic code.

#![feature(async_fn_in_dyn_trait, return_type_notation)]
#![allow(incomplete_features)]

use std::any::Any;
use std::pin::Pin;

type Boxed<'a> = Pin<Box<dyn Future<Output = ()> + 'a>>;

// A lifetime of the method, and a where-clause that relates it to a parameter of the trait.
trait Store<T> {
    fn put<'a>(&'a self, value: &'a T) -> impl Future<Output = ()> + 'a
    where
        T: 'a;
}
fn generic<'a, T, S: Store<T> + ?Sized>(store: &'a S, value: &'a T) -> Boxed<'a> {
    Box::pin(store.put(value))
}
fn through_dyn<'a, T>(store: &'a dyn Store<T>, value: &'a T) -> Boxed<'a> {
    Box::pin(store.put(value))
}
fn returned<'a, T>(store: &'a dyn Store<T>, value: &'a T) -> impl Future<Output = ()> + 'a {
    store.put(value)
}
async fn awaited<T>(store: &dyn Store<T>, value: &T) {
    store.put(value).await
}

// `'static`, whatever the trait's parameter is.
trait Start<T> {
    fn start(&self) -> impl Future<Output = ()> + 'static;
}
fn generic_any<T, S: Start<T> + ?Sized>(start: &S) -> Box<dyn Any> {
    Box::new(start.start())
}
fn any<T>(start: &dyn Start<T>) -> Box<dyn Any> {
    Box::new(start.start())
}
fn any_of_reference<'x>(start: &dyn Start<&'x u8>) -> Box<dyn Any> {
    Box::new(start.start())
}
fn spawn<F: Future + Send + 'static>(_: F) {}
fn spawned<T>(start: &dyn Start<T, start(..): Send>) {
    spawn(start.start());
}

// Of several lifetimes, each.
trait Several<'t> {
    fn several<'a>(&'a self, value: &'t u8) -> impl Future<Output = ()> + 'a + 't;
}
fn the_first<'a, 't>(several: &'a (dyn Several<'t> + 't), value: &'t u8) -> Boxed<'a> {
    Box::pin(several.several(value))
}
fn the_second<'t>(several: &(dyn Several<'t> + 't), value: &'t u8) -> Boxed<'t> {
    Box::pin(several.several(value))
}

// By a subtrait.
trait Fetch {
    async fn fetch(&self) -> u8;
}
trait Sub: Fetch<fetch(..): 'static + Send> {}
fn generic_by_subtrait<S: Sub + ?Sized>(sub: &S) -> Box<dyn Any> {
    Box::new(sub.fetch())
}
fn by_subtrait(sub: &dyn Sub) -> Box<dyn Any> {
    Box::new(sub.fetch())
}
fn by_generic(sub: &dyn Sub) -> Box<dyn Any> {
    generic_by_subtrait(sub)
}
// What is not borrowed may go.
fn outlives_the_receiver(sub: Box<dyn Sub>) -> Box<dyn Any> {
    let future = sub.fetch();
    drop(sub);
    Box::new(future)
}

fn main() {}
