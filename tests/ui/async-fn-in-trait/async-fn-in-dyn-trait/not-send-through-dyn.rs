//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A future that is not `Send` comes through no `dyn` as one that is.

#![feature(async_fn_in_dyn_trait, return_type_notation)]
#![allow(incomplete_features)]

use std::boxed::Boxing;
use std::cell::Cell;
use std::rc::Rc;

trait Fetch {
    async fn fetch(&self) -> u32;
    async fn default(&self) -> u32 {
        let rc = Rc::new(1);
        std::future::ready(()).await;
        *rc
    }
}
trait Takes<T> {
    async fn take(&self, t: T);
}

/// Its futures hold an `Rc`.
struct HoldsRc;
impl Fetch for HoldsRc {
    async fn fetch(&self) -> u32 {
        let rc = Rc::new(1);
        std::future::ready(()).await;
        *rc
    }
}
/// Its futures borrow what is not `Sync`.
struct NotSync(Cell<u32>);
impl Fetch for NotSync {
    async fn fetch(&self) -> u32 {
        std::future::ready(()).await;
        self.0.get()
    }
    async fn default(&self) -> u32 {
        1
    }
}
/// Its futures are `Send`.
struct Fine;
impl Fetch for Fine {
    async fn fetch(&self) -> u32 {
        1
    }
    async fn default(&self) -> u32 {
        1
    }
}
/// Its futures are what it is given.
struct Taker;
impl<T> Takes<T> for Taker {
    async fn take(&self, t: T) {
        std::future::ready(()).await;
        drop(t);
    }
}

fn assert_send<T: Send>(_: T) {}
fn generic<F: Fetch + ?Sized>(_: &F)
where
    F::fetch(..): Send,
{
}
fn constrained<F: Fetch<fetch(..): Send> + ?Sized>(_: &F) {}

fn nothing_is_promised(fetch: &dyn Fetch) {
    assert_send(fetch.fetch());
    //~^ ERROR `impl Future<Output = u32> { <dyn Fetch as Fetch>::fetch(..) }` cannot be sent betwee
    generic(fetch);
    //~^ ERROR `impl Future<Output = u32> { <dyn Fetch as Fetch>::fetch(..) }` cannot be sent betwee
    constrained(fetch);
    //~^ ERROR `impl Future<Output = u32> { <dyn Fetch as Fetch>::fetch(..) }` cannot be sent betwee
}
fn value_is_send(fetch: &(dyn Fetch + Send + Sync)) {
    assert_send(fetch.fetch());
    //~^ ERROR `impl Future<Output = u32> { <dyn Fetch + Send + Sync as Fetch>::fetch(..) }` cannot
    generic(fetch);
    //~^ ERROR `impl Future<Output = u32> { <dyn Fetch + Send + Sync as Fetch>::fetch(..) }` cannot
}
fn another_is_promised(fetch: &dyn Fetch<default(..): Send>) {
    assert_send(fetch.fetch());
    //~^ ERROR `impl Future<Output = u32> { <dyn Fetch<default(..): Send> as Fetch>::fetch(..) }` ca
}
fn another_trait_is_promised(fetch: &dyn Fetch<fetch(..): Sync>) {
    assert_send(fetch.fetch());
    //~^ ERROR `impl Future<Output = u32> { <dyn Fetch<fetch(..): Sync> as Fetch>::fetch(..) }` cann
}

fn when_made() {
    let _: &dyn Fetch<fetch(..): Send> = Boxing::new(&HoldsRc);
    //~^ ERROR future cannot be sent between threads safely
    let _: &dyn Fetch<fetch(..): Send> = Boxing::new(&NotSync(Cell::new(1)));
    //~^ ERROR future cannot be sent between threads safely
    let _: &dyn Takes<Rc<u8>, take(..): Send> = Boxing::new(&Taker);
    //~^ ERROR `Rc<u8>` cannot be sent between threads safely
    let _: &dyn Fetch<fetch(..): Send, default(..): Send> = Boxing::new(&Fine);
    struct Default2;
    impl Fetch for Default2 {
        async fn fetch(&self) -> u32 {
            1
        }
    }
    let _: &dyn Fetch<default(..): Send> = Boxing::new(&Default2);
    //~^ ERROR future cannot be sent between threads safely
}

fn main() {}
