//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A method that is to return some future is `async`, or returns an `impl Future`; whoever calls it
// decides on the `dyn`.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

trait Handler {
    fn handle(&self) -> dyn Future<Output = u32>;
    //~^ ERROR return type cannot be a trait object without pointer indirection
}
struct Value;
impl Handler for Value {
    fn handle(&self) -> dyn Future<Output = u32> {
    //~^ ERROR return type cannot be a trait object without pointer indirection
        std::future::ready(1)
    }
}

fn main() {}
