//@ run-rustfix
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// Where a `dyn` is made without an adapter, the suggestion is to introduce one: as an argument, in
// a `let`, as what is returned, in a field, and in a cast.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features, dead_code, unused_imports, unused_variables)]

use std::boxed::Boxing;
use std::rc::Rc;
use std::sync::Arc;

trait Fetch {
    async fn fetch(&self, id: u32) -> u32;
}

#[derive(Clone)]
struct HttpFetch;
impl Fetch for HttpFetch {
    async fn fetch(&self, id: u32) -> u32 {
        id
    }
}

struct Client<'a> {
    source: &'a mut dyn Fetch,
    boxed: Box<dyn Fetch>,
}
struct Tuple(Arc<dyn Fetch>, Rc<dyn Fetch>);

fn takes_ref(_: &dyn Fetch) {}
fn takes_mut(_: &mut dyn Fetch) {}
fn takes_box(_: Box<dyn Fetch>) {}
fn takes_arc(_: &str, _: Arc<dyn Fetch>) {}

fn arguments(f: HttpFetch, mut g: HttpFetch) {
    takes_ref(&f);
    //~^ ERROR the type `HttpFetch` cannot be converted to a `dyn Fetch` without an adapter
    takes_mut(&mut g);
    //~^ ERROR the type `HttpFetch` cannot be converted to a `dyn Fetch` without an adapter
    takes_box(Box::new(f.clone()));
    //~^ ERROR the type `HttpFetch` cannot be converted to a `dyn Fetch` without an adapter
    takes_arc("", Arc::new(f));
    //~^ ERROR the type `HttpFetch` cannot be converted to a `dyn Fetch` without an adapter
}
fn lets(f: HttpFetch, mut g: HttpFetch) {
    let source: &dyn Fetch = &f;
    //~^ ERROR the type `HttpFetch` cannot be converted to a `dyn Fetch` without an adapter
    let source: &mut dyn Fetch = &mut g;
    //~^ ERROR the type `HttpFetch` cannot be converted to a `dyn Fetch` without an adapter
    let source: Box<dyn Fetch> = Box::new(f.clone());
    //~^ ERROR the type `HttpFetch` cannot be converted to a `dyn Fetch` without an adapter
    let source: Arc<dyn Fetch> = Arc::new(f);
    //~^ ERROR the type `HttpFetch` cannot be converted to a `dyn Fetch` without an adapter
}
fn returns(f: &HttpFetch) -> &dyn Fetch {
    f
    //~^ ERROR the type `HttpFetch` cannot be converted to a `dyn Fetch` without an adapter
}
fn returns_early(f: &mut HttpFetch) -> Option<&mut dyn Fetch> {
    return Some(f);
    //~^ ERROR the type `HttpFetch` cannot be converted to a `dyn Fetch` without an adapter
}
fn returns_box() -> Box<dyn Fetch> {
    Box::new(HttpFetch)
    //~^ ERROR the type `HttpFetch` cannot be converted to a `dyn Fetch` without an adapter
}
fn fields(mut f: HttpFetch) {
    Client { source: &mut f, boxed: Box::new(HttpFetch) };
    //~^ ERROR the type `HttpFetch` cannot be converted to a `dyn Fetch` without an adapter
    //~| ERROR the type `HttpFetch` cannot be converted to a `dyn Fetch` without an adapter
    Tuple(Arc::new(HttpFetch), Rc::new(HttpFetch));
    //~^ ERROR the type `HttpFetch` cannot be converted to a `dyn Fetch` without an adapter
    //~| ERROR the type `HttpFetch` cannot be converted to a `dyn Fetch` without an adapter
}
struct Borrows<'a> {
    source: &'a dyn Fetch,
}
fn shorthand_fields(source: &HttpFetch) -> Borrows<'_> {
    Borrows { source }
    //~^ ERROR the type `HttpFetch` cannot be converted to a `dyn Fetch` without an adapter
}
fn casts(f: HttpFetch, mut g: HttpFetch) {
    &f as &dyn Fetch;
    //~^ ERROR the type `HttpFetch` cannot be converted to a `dyn Fetch` without an adapter
    &mut g as &mut dyn Fetch;
    //~^ ERROR the type `HttpFetch` cannot be converted to a `dyn Fetch` without an adapter
    Box::new(f.clone()) as Box<dyn Fetch>;
    //~^ ERROR the type `HttpFetch` cannot be converted to a `dyn Fetch` without an adapter
    Arc::new(f) as Arc<dyn Fetch>;
    //~^ ERROR the type `HttpFetch` cannot be converted to a `dyn Fetch` without an adapter
}
fn generic<F: Fetch>(f: &F) {
    takes_ref(f);
    //~^ ERROR the type `F` cannot be converted to a `dyn Fetch` without an adapter
}
fn several() -> Vec<Box<dyn Fetch>> {
    vec![Box::new(HttpFetch), Box::new(HttpFetch)]
    //~^ ERROR the type `HttpFetch` cannot be converted to a `dyn Fetch` without an adapter
    //~| ERROR the type `HttpFetch` cannot be converted to a `dyn Fetch` without an adapter
}

fn main() {}
