//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A `dyn` that is for all lifetimes is made of an implementor for all of them, not for one.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

use std::boxed::Boxing;

trait Store<T> {
    async fn put(&mut self, t: T);
}
impl<T> Store<T> for Vec<T> {
    async fn put(&mut self, t: T) {
        self.push(t);
    }
}

fn main() {
    let mut all: Vec<&'static str> = vec![];
    let _: &mut dyn for<'a> Store<&'a str> = Boxing::new(&mut all);
    //[current]~^ ERROR implementation of `Store` is not general enough
    //[next]~^^ ERROR the trait bound `for<'a> Vec<&'static str>: Store<&'a str>` is not satisfied
}
