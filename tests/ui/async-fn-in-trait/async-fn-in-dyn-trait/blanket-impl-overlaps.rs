//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A blanket impl for everything, `dyn` types included: `<dyn Fetch as Fetch>::fetch<'_>` would be
// two types at once.

#![feature(async_fn_in_dyn_trait, named_return_types)]
#![allow(incomplete_features)]

use std::boxed::Boxing;

trait Fetch {
    async fn fetch(&self) -> [u64; 8];
}
impl<T: ?Sized> Fetch for T {
    async fn fetch(&self) -> [u64; 8] {
        let large = [1; 8];
        std::future::ready(()).await;
        large
    }
}

fn generic<T: ?Sized>(t: &T) -> <T as Fetch>::fetch<'_> {
    t.fetch()
}
fn concrete(t: &dyn Fetch) -> <dyn Fetch as Fetch>::fetch<'_> {
//~^ ERROR the trait `Fetch` is not dyn compatible
//[next]~| ERROR the trait `Fetch` is not dyn compatible
    generic::<dyn Fetch>(t)
    //~^ ERROR the trait `Fetch` is not dyn compatible
}

fn main() {
    let _ = concrete(Boxing::new(&0));
    //~^ ERROR the trait `Fetch` is not dyn compatible
    //~| ERROR the trait `Fetch` is not dyn compatible
    //[next]~| ERROR mismatched types
}
