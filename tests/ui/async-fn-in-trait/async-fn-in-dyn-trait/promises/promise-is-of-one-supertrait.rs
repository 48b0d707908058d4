//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A promise is about one supertrait. Whether another one is the same is for the arguments to say,
// and in generic code nobody knows.

#![feature(async_fn_in_dyn_trait, return_type_notation)]
#![allow(incomplete_features)]

trait Fetch<T> {
    async fn fetch(&self);
}
trait Sub<T, U>: Fetch<T, fetch(..): Send> + Fetch<U> {}

fn is_send<T: Send>(_: T) {}

fn of_the_first<T, U>(dyn_sub: &dyn Sub<T, U>) {
    is_send(Fetch::<T>::fetch(dyn_sub));
}
fn of_the_second<T, U>(dyn_sub: &dyn Sub<T, U>) {
    is_send(Fetch::<U>::fetch(dyn_sub)); //~ ERROR cannot be sent between threads safely
}
fn of_both<T>(dyn_sub: &dyn Sub<T, T>) {
    is_send(Fetch::<T>::fetch(dyn_sub));
}
fn of_numbers(dyn_sub: &dyn Sub<u8, u16>) {
    is_send(Fetch::<u8>::fetch(dyn_sub));
    is_send(Fetch::<u16>::fetch(dyn_sub)); //~ ERROR cannot be sent between threads safely
}

fn main() {}
