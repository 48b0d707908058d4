//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// Any crate can implement `Marker<Local>` for `dyn Store<Local>`, and even for types that it
// does not name. So a blanket impl that asks for that covers the `dyn` types of its trait, also
// where no crate has done so yet: a trait that has a `dyn` type in one crate has one in those
// that use it.

#![feature(async_fn_in_dyn_trait, dyn_method_scope)]
#![allow(incomplete_features)]

trait Marker<U> {}

trait Store<U> {
    fn get(&self) -> u8;
    fn generic<R>(&self) {}
}
impl<T: ?Sized + Marker<U>, U> Store<U> for T {
    fn get(&self) -> u8 {
        1
    }
}

trait Fetch<U> {
    async fn fetch(&self) -> u8;
}
impl<T: ?Sized + Marker<Vec<U>>, U> Fetch<U> for T {
    async fn fetch(&self) -> u8 {
        1
    }
}

trait Other {}
impl Other for dyn Store<u8> {} //~ ERROR the trait `Store` is not dyn compatible
impl Other for dyn Fetch<u8> {} //~ ERROR the trait `Fetch` is not dyn compatible

fn main() {}
