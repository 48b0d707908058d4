//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// No lifetime is stretched by way of a `dyn`: of what is borrowed, of the trait's arguments, of
// what an output says.

#![feature(async_fn_in_dyn_trait, named_return_types)]
#![allow(incomplete_features)]

use std::pin::Pin;

trait Lend {
    async fn lend<'a>(&self, s: &'a str) -> &'a str;
    fn stays<'a>(&'a self, s: &str) -> impl Future<Output = usize> + 'a;
}

fn by_output<'a>(lend: &dyn Lend, s: &'a str) -> Pin<Box<dyn Future<Output = &'static str>>> {
    Box::pin(lend.lend(s))
    //~^ ERROR lifetime may not live long enough
    //~| ERROR lifetime may not live long enough
}
fn by_name<'a, 'b>(
    lend: &'a dyn Lend,
    s: &'b str,
) -> <dyn Lend as Lend>::lend<'static, 'a> {
    lend.lend(s)
    //~^ ERROR lifetime may not live long enough
    //~| ERROR lifetime may not live long enough
}
// The impl has to keep to `'a` itself.
struct Keeps;
impl Lend for Keeps {
    async fn lend<'a>(&self, s: &'a str) -> &'a str {
        s
    }
    fn stays<'a>(&'a self, s: &str) -> impl Future<Output = usize> + 'a {
        async move { s.len() }
        //~^ ERROR lifetime may not live long enough
    }
}

// A lifetime among the trait's arguments.
trait Store<T> {
    async fn put(&mut self, t: T);
}
fn shortened<'a, 'b>(store: &'a mut dyn Store<&'static str>) -> &'a mut dyn Store<&'b str> {
    store
    //~^ ERROR lifetime may not live long enough
}

fn main() {}
