// A caller in another crate is told which bound asks, what to write in its own, and what of a
// closure is not `Send`.

//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally
//@ edition: 2024
//@ aux-build: handlers.rs

#![feature(return_type_notation)]
#![allow(incomplete_features)]

extern crate handlers;

use std::rc::Rc;

use handlers::serve;

fn generic<F: AsyncFn(&str) -> usize + Send + Sync + 'static>(f: F) {
    let _ = serve(f);
    //~^ ERROR `F(&str)` cannot be sent between threads safely
    //~| ERROR `F(&str)` cannot be sent between threads safely
    //~| ERROR `F(&str)` cannot be sent between threads safely
    //[current]~| ERROR `F(&str)` cannot be sent between threads safely
}

fn main() {
    let _ = serve(async |text: &str| {
        //~^ ERROR future cannot be sent between threads safely
        let rc = Rc::new(text.len());
        async {}.await;
        *rc
    });
}
