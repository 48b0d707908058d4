//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// An own impl for `Boxing<X>` does no harm: a `dyn` made of it is one of `X` all the same, if the
// trait has methods that return futures, and otherwise of `Boxing<X>` as of any type.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features, refining_impl_trait)]

extern crate run_ready;

use std::boxed::Boxing;
use std::pin::Pin;

use run_ready::run;

trait Name {
    fn name(&self) -> &'static str;
}
trait Fetch: Name {
    async fn fetch(&self) -> u32;
}

struct Value;
impl Name for Value {
    fn name(&self) -> &'static str {
        "value"
    }
}
impl Fetch for Value {
    async fn fetch(&self) -> u32 {
        1
    }
}
impl Name for Boxing<Value> {
    fn name(&self) -> &'static str {
        "boxing"
    }
}
impl Fetch for Boxing<Value> {
    fn fetch(&self) -> Pin<Box<impl Future<Output = u32>>> {
        Box::pin(async { 2 })
    }
}

fn main() {
    let adapted: &Boxing<Value> = Boxing::new(&Value);
    assert_eq!((run(adapted.fetch()), adapted.name()), (2, "boxing"));
    let fetch: &dyn Fetch = adapted;
    assert_eq!((run(fetch.fetch()), fetch.name()), (1, "value"));
    let name: &dyn Name = fetch;
    assert_eq!(name.name(), "value");
    let name: &dyn Name = adapted;
    assert_eq!(name.name(), "boxing");
}
