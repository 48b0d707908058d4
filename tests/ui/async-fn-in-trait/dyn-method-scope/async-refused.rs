//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// Async methods that a vtable can't have, and futures that are named by what such a `dyn` does not
// have.

#![feature(async_fn_in_dyn_trait, dyn_method_scope, named_return_types)]
#![allow(incomplete_features)]

trait Store {
    async fn get(&self) -> u32;
    async fn merge(&mut self, other: &Self);
    async fn generic<T>(&self, value: T);
    async fn copy(&self) -> Self;
    async fn nested(&self) -> impl Sized;
    fn returned(&self) -> impl Sized;
}

async fn refused(s: &mut dyn Store, other: &dyn Store) {
    s.get().await;
    s.merge(other).await; //~ ERROR the method `merge` can't be used on `dyn Store`
    s.generic(1).await; //~ ERROR the method `generic` can't be used on `dyn Store`
    s.copy().await; //~ ERROR the method `copy` can't be used on `dyn Store`
    s.nested().await; //~ ERROR the method `nested` can't be used on `dyn Store`
    s.returned(); //~ ERROR the method `returned` can't be used on `dyn Store`
}

fn named(s: &dyn Store) {
    let _: <dyn Store as Store>::get<'_> = s.get();
    //~^ ERROR the trait bound `dyn Store: Store` is not satisfied
}

fn not_send(s: &'static (dyn Store + Sync)) {
    fn send(_: impl Send) {}
    send(s.get()); //~ ERROR cannot be sent between threads safely
}

async fn too_long<'a>(s: &'a dyn Store) {
    fn is_static(_: impl Sized + 'static) {}
    is_static(s.get()); //~ ERROR borrowed data escapes
}

fn main() {}
