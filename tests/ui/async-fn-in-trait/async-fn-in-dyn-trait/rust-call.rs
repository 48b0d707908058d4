// A method with the ABI of `Fn::call`, whose arguments are in a tuple, can't be called through a
// `dyn` that makes something of its future.

//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally
//@ edition: 2024

#![feature(async_fn_in_dyn_trait, unboxed_closures)]
#![allow(incomplete_features)]

trait Call {
    extern "rust-call" fn call(&self, args: (u8, u16)) -> impl Future<Output = u32>;
}

fn take(_: &dyn Call) {} //~ ERROR the trait `Call` is not dyn compatible

fn main() {}
