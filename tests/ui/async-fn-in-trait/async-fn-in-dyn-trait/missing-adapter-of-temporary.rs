//@ run-rustfix
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// What is borrowed in a `let` lives as long as its variable, and so does the adapter that the
// suggestion makes of it. As an argument of `Boxing::new`, it would be dropped at once.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features, dead_code)]

use std::boxed::Boxing;

trait Fetch {
    async fn fetch(&mut self, id: u32) -> u32;
    async fn peek(&self) -> u32;
}

struct HttpFetch;
impl HttpFetch {
    fn connect() -> Self {
        HttpFetch
    }
}
impl Fetch for HttpFetch {
    async fn fetch(&mut self, id: u32) -> u32 {
        id
    }
    async fn peek(&self) -> u32 {
        0
    }
}

struct Client<'a> {
    source: &'a mut dyn Fetch,
}

fn takes(_: &mut dyn Fetch) {}

fn main() {
    let unit: &mut dyn Fetch = &mut HttpFetch;
    //~^ ERROR the type `HttpFetch` cannot be converted to a `dyn Fetch` without an adapter
    let call: &mut dyn Fetch = &mut HttpFetch::connect();
    //~^ ERROR the type `HttpFetch` cannot be converted to a `dyn Fetch` without an adapter
    let cast = &mut HttpFetch as &mut dyn Fetch;
    //~^ ERROR the type `HttpFetch` cannot be converted to a `dyn Fetch` without an adapter
    let client = Client { source: &mut HttpFetch };
    //~^ ERROR the type `HttpFetch` cannot be converted to a `dyn Fetch` without an adapter
    let shared: &dyn Fetch = &HttpFetch::connect();
    //~^ ERROR the type `HttpFetch` cannot be converted to a `dyn Fetch` without an adapter
    // A constant lives anyway.
    let constant: &dyn Fetch = &HttpFetch;
    //~^ ERROR the type `HttpFetch` cannot be converted to a `dyn Fetch` without an adapter
    // Here it lives until the call is over.
    takes(&mut HttpFetch);
    //~^ ERROR the type `HttpFetch` cannot be converted to a `dyn Fetch` without an adapter
    drop((shared.peek(), constant.peek()));
    drop((unit.fetch(1), call.fetch(2), cast.fetch(3), client.source.fetch(4)));
}
