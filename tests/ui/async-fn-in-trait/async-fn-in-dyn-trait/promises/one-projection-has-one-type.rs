//@ check-pass
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// What a call through a `dyn` returns is one type, whatever is promised, and whatever the arguments
// turn out to be. So generic code that names it agrees with code that knows them.

#![feature(async_fn_in_dyn_trait, return_type_notation, named_return_types)]
#![allow(incomplete_features)]

trait Fetch<T> {
    async fn fetch(&self);
}
trait Sub<T, U>: Fetch<T, fetch(..): Send> + Fetch<U> {}

trait Assoc {
    type Ty;
}
impl<F: std::future::Future<Output = ()>> Assoc for F {
    type Ty = usize;
}

type Future<T, U> = <dyn Sub<T, U> as Fetch<U>>::fetch<'static>;

fn generic<T: 'static, U: 'static>(number: usize) -> <Future<T, U> as Assoc>::Ty {
    number
}
fn same<T: 'static>(future: Future<T, T>) -> <dyn Sub<T, T> as Fetch<T>>::fetch<'static> {
    future
}

fn main() {
    let _: usize = generic::<u8, u8>(1);
    let _: usize = generic::<u8, u16>(1);
    let _ = same::<u8>;
}
