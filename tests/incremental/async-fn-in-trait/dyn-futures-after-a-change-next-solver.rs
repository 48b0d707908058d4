// What a vtable holds for methods that return futures is made anew after a change, and only then:
// of the body of a method, of what it returns, of the adapter, and of what a `dyn` promises. With
// the next solver.

//@ revisions: rpass1 rpass2 rpass3 rpass4
//@ edition: 2024
//@ compile-flags: -Zquery-dep-graph -Znext-solver=globally

#![feature(async_fn_in_dyn_trait, return_type_notation)]
#![allow(incomplete_features, refining_impl_trait, unused)]

#[path = "auxiliary/futures_that_change.rs"]
mod futures_that_change;

fn main() {
    futures_that_change::main();
}
