//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A method declares how long its future lives, and its trait that `Self` lives forever. That the
// future of a `dyn` is there says nothing about its lifetime.

#![feature(async_fn_in_dyn_trait, named_return_types)]
#![allow(incomplete_features)]

use std::any::Any;

trait Plugin: 'static {
    fn run<'a>(&'a self) -> impl Future<Output = u8> + 'a;
}
trait Store<T: 'static> {
    fn get<'a>(&'a self) -> impl Future<Output = T> + 'a;
}

fn stretch<'a>(_: <dyn Plugin as Plugin>::run<'a>, s: &'a str) -> &'static str {
    s
    //~^ ERROR lifetime may not live long enough
}
fn stretch_by_argument<'a>(
    _: <dyn Store<&'static str> as Store<&'static str>>::get<'a>,
    s: &'a str,
) -> &'static str {
    s
    //~^ ERROR lifetime may not live long enough
}

// They can be called, and kept.
trait AnyPlugin: Any + Send + Sync {
    fn run(&self) -> impl Future<Output = u8> + Send + '_;
}
struct Kept<'a>(
    #[allow(dead_code)] <dyn Store<&'static str> + 'a as Store<&'static str>>::get<'a>,
);

async fn call(plugin: &dyn Plugin, any: &dyn AnyPlugin, store: &dyn Store<&'static str>) -> u8 {
    drop(Kept(store.get()));
    plugin.run().await + any.run().await
}

fn main() {}
