//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// An adapter is missing, but not where the `dyn` is made: it is for the value in a `Mutex`, or
// behind a pointer that `Boxing::new` does not take.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

use std::boxed::Boxing;
use std::cell::{Cell, Ref, RefCell};
use std::ptr::NonNull;
use std::rc::Rc;
use std::sync::{Arc, Mutex};

trait Fetch {
    async fn fetch(&self);
}
struct HttpFetch;
impl Fetch for HttpFetch {
    async fn fetch(&self) {}
}
struct Wrapper<T: ?Sized>(T);

fn mutex() -> Arc<Mutex<dyn Fetch>> {
    Arc::new(Mutex::new(HttpFetch))
    //~^ ERROR the type `HttpFetch` cannot be converted to a `dyn Fetch` without an adapter
}
fn ref_cell() -> Rc<RefCell<dyn Fetch>> {
    Rc::new(RefCell::new(HttpFetch))
    //~^ ERROR the type `HttpFetch` cannot be converted to a `dyn Fetch` without an adapter
}
fn cell(cell: &Cell<HttpFetch>) -> &Cell<dyn Fetch> {
    cell
    //~^ ERROR the type `HttpFetch` cannot be converted to a `dyn Fetch` without an adapter
}
fn wrapper(wrapper: &Wrapper<HttpFetch>) -> &Wrapper<dyn Fetch> {
    wrapper
    //~^ ERROR the type `HttpFetch` cannot be converted to a `dyn Fetch` without an adapter
}
fn borrowed(cell: Ref<'_, HttpFetch>) -> Ref<'_, dyn Fetch> {
    cell
    //~^ ERROR the type `HttpFetch` cannot be converted to a `dyn Fetch` without an adapter
}
fn raw(pointer: *const HttpFetch) -> *const dyn Fetch {
    pointer
    //~^ ERROR the type `HttpFetch` cannot be converted to a `dyn Fetch` without an adapter
}
fn non_null(pointer: NonNull<HttpFetch>) -> NonNull<dyn Fetch> {
    pointer
    //~^ ERROR the type `HttpFetch` cannot be converted to a `dyn Fetch` without an adapter
}

// What the message says.
fn adapted_mutex() -> Arc<Mutex<dyn Fetch>> {
    Arc::new(Mutex::new(Boxing::from(HttpFetch)))
}
fn adapted(cell: Ref<'_, Boxing<HttpFetch>>) -> Ref<'_, dyn Fetch> {
    cell
}

fn main() {}
