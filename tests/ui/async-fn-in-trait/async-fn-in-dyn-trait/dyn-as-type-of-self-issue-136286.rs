//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// The trait's own `dyn` as the type of `self`: upstream's #136286, which was a crash.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

trait A {
    async fn b(self: A);
    //~^ ERROR expected a type, found a trait
}

trait B {
//[next]~^ ERROR cycle detected when checking if trait `B` is dyn-compatible
    async fn b(self: dyn B);
    //[current]~^ ERROR invalid `self` parameter type: `(dyn B + 'static)`
}

fn main() {}
