//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// Where an adapter is not all that is missing, the message says what else, or that first.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

trait Fetch {
    type Item;
    async fn fetch(&self) -> Self::Item;
}
trait Simple {
    async fn simple(&self);
}
struct HttpFetch;
impl Fetch for HttpFetch {
    type Item = u8;
    async fn fetch(&self) -> u8 {
        1
    }
}
impl Simple for HttpFetch {
    async fn simple(&self) {}
}

fn lacks_the_trait(string: &String) -> &dyn Simple {
    string
    //~^ ERROR the trait bound `String: Simple` is not satisfied
}
fn lacks_a_bound<T>(value: Box<T>) -> Box<dyn Simple> {
    value
    //~^ ERROR the trait bound `T: Simple` is not satisfied
}
fn gives_another_item(http: &HttpFetch) -> &dyn Fetch<Item = u16> {
    http
    //~^ ERROR the type `HttpFetch` cannot be converted to a `dyn Fetch<Item = u16>` without
    //[current]~| ERROR type mismatch resolving `<HttpFetch as Fetch>::Item == u16`
}
static SOURCE: &(dyn Simple + Sync) = &HttpFetch;
//~^ ERROR the type `HttpFetch` cannot be converted to a `dyn Simple + Sync` without an adapter

mod has_another_boxing {
    use super::*;

    #[allow(dead_code)]
    struct Boxing;
    fn call(http: &HttpFetch) -> &dyn Simple {
        http
        //~^ ERROR the type `HttpFetch` cannot be converted to a `dyn Simple` without an adapter
    }
}

fn main() {}
