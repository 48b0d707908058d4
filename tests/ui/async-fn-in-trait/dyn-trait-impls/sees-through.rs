//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// What a pointer's method returns is what that of its pointee returns: the same type, with
// whatever is known of that one, be it by a name, a call, an `async` bound or the promise of a
// `dyn`.

#![feature(async_auto_trait_bounds, async_fn_in_dyn_trait, dyn_trait_impls, named_return_types)]
#![feature(refine, return_type_notation)]
#![allow(incomplete_features)]

extern crate run_ready;

use std::borrow::dyn_trait;
use std::boxed::Boxing;
use std::future::{Ready, ready};
use std::rc::Rc;
use std::sync::Arc;

use run_ready::run;

#[dyn_trait]
trait Fetch {
    async fn fetch(&self, key: &str) -> u32;
    fn rows<'a>(&'a self, of: &'a str) -> impl Iterator<Item = u32>;
    fn nested(&self) -> Option<impl Future<Output = impl Clone + Into<u32>>>;
}

struct Local(Rc<u32>);

impl Fetch for Local {
    async fn fetch(&self, _: &str) -> u32 {
        *self.0
    }
    fn rows<'a>(&'a self, of: &'a str) -> impl Iterator<Item = u32> {
        of.bytes().map(u32::from)
    }
    fn nested(&self) -> Option<impl Future<Output = impl Clone + Into<u32>>> {
        Some(ready(1_u8))
    }
}

struct Known;

impl Fetch for Known {
    #[refine]
    fn fetch(&self, key: &str) -> Ready<u32> {
        ready(key.len() as u32)
    }
    #[refine]
    fn rows<'a>(&'a self, _: &'a str) -> std::ops::Range<u32> {
        0..3
    }
    #[refine]
    fn nested(&self) -> Option<Ready<u8>> {
        Some(ready(1))
    }
}

fn same<T>(_: T, _: T) {}
fn is_send<T: Send>(t: T) -> T {
    t
}

// It is one type, of a concrete pointee and of any.
fn by_name<'a, T: Fetch>(t: &'a Box<T>, u: &'a Arc<T>) -> <T as Fetch>::fetch<'a, 'a> {
    same(t.fetch("a"), <T as Fetch>::fetch(t, "a"));
    same(t.rows("a"), u.rows("b"));
    same(t.nested(), <T as Fetch>::nested(u));
    t.fetch("c")
}

fn refined(k: &Box<Known>, l: &&Known) -> (Ready<u32>, std::ops::Range<u32>, Option<Ready<u8>>) {
    (k.fetch("abc"), l.rows(""), k.nested())
}

fn notation<F: Fetch<fetch(..): Send>>(f: F) -> u32 {
    run(is_send(f.fetch("a")))
}

fn name<F: Fetch>(f: F) -> u32
where
    F::fetch: Send,
{
    run(is_send(f.fetch("a")))
}

fn every<F: Fetch + async Send>(f: F) -> u32 {
    let _ = is_send(f.rows("a"));
    let _ = is_send(f.nested());
    run(is_send(f.fetch("a")))
}

fn in_generic_code<T: Fetch<fetch(..): Send> + Sync + ?Sized>(t: &Arc<T>) -> u32 {
    notation(t) + name(&**t) + notation(t.clone())
}

#[dyn_trait]
trait Get {
    async fn get(&self, key: &str) -> u32;
}

impl Get for Known {
    async fn get(&self, key: &str) -> u32 {
        key.len() as u32
    }
}

fn get_by_notation<G: Get<get(..): Send> + Send + 'static>(g: G) -> u32 {
    std::thread::spawn(move || run(is_send(async move { g.get("a").await }))).join().unwrap()
}

fn get_by_async_bound<G: Get + async Send + 'static>(g: G) -> u32 {
    run(is_send(async move { g.get("a").await }))
}

fn get_any(g: impl Get) -> u32 {
    run(async move { g.get("a").await })
}

fn by_promise() -> u32 {
    let plain: Box<dyn Get> = Boxing::new(Box::new(Known));
    let boxed: Box<dyn Get<get(..): Send> + Send> = Boxing::new(Box::new(Known));
    let again: Box<dyn Get + async Send> = Boxing::new(Box::new(Known));
    let shared: Arc<dyn Get<get(..): Send> + Send + Sync> = Boxing::new(Arc::new(Known));
    get_any(&plain)
        + get_any(&*plain)
        + get_by_notation(boxed)
        + get_by_async_bound(again)
        + get_by_notation(shared.clone())
        + get_by_async_bound(shared)
}

trait SendFetch: Fetch<fetch(..): Send> {}
impl<T: Fetch<fetch(..): Send>> SendFetch for T {}

fn implied(f: impl SendFetch) -> u32 {
    run(is_send(f.fetch("a")))
}

fn main() {
    let local = Box::new(Local(Rc::new(5)));
    assert_eq!(run(by_name(&local, &Arc::new(Local(Rc::new(6))))), 5);
    assert_eq!(run(refined(&Box::new(Known), &&Known).0), 3);
    assert_eq!(notation(Box::new(Known)) + name(Rc::new(Known)) + every(Box::new(Known)), 3);
    assert_eq!(in_generic_code(&Arc::new(Known)), 3);
    assert_eq!(implied(&&Known), 1);
    assert_eq!(by_promise(), 6);
}
