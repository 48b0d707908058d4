//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// An `impl Trait` that is bounded by a future, and what is not as it says: an error each time.

#![feature(async_auto_trait_bounds, return_type_notation)]
#![allow(incomplete_features)]

use std::rc::Rc;

trait Step {
    fn next(&self) -> impl Step + async Send;
    fn by_value(self) -> impl Step + async Send;
}

impl Step for u8 {
    fn next(&self) -> impl Step + async Send {
        //~^ ERROR the trait bound `char: Step` is not satisfied
        'a' //[next]~ ERROR the trait bound `char: Step` is not satisfied
    }
    fn by_value(self) -> impl Step + async Send {
        //~^ ERROR the trait bound `char: Step` is not satisfied
        'a' //[next]~ ERROR the trait bound `char: Step` is not satisfied
    }
}

trait Fetch {
    async fn fetch(&self);
}

struct Lacks;

fn lacks() -> impl Fetch<fetch(..): Send> {
    //~^ ERROR the trait bound `Lacks: Fetch` is not satisfied
    Lacks //[next]~ ERROR the trait bound `Lacks: Fetch` is not satisfied
}

struct NotSend;

impl Fetch for NotSend {
    async fn fetch(&self) {
        let rc = Rc::new(1);
        std::future::ready(()).await;
        drop(rc);
    }
}

fn not_send() -> impl Fetch<fetch(..): Send> {
    //~^ ERROR future cannot be sent between threads safely
    NotSend //[next]~ ERROR future cannot be sent between threads safely
}

trait Make {
    fn make(&self) -> impl Fetch<fetch(..): Send> {
        //[current]~^ ERROR future cannot be sent between threads safely
        NotSend //[next]~ ERROR type mismatch resolving
    }
}

fn main() {}
