//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// What a trait alias asks of futures is what a `dyn` of it promises: it is used, and checked where
// the `dyn` is made.

#![feature(
    async_auto_trait_bounds,
    async_fn_in_dyn_trait,
    return_type_notation,
    trait_alias
)]
#![allow(incomplete_features)]

use std::boxed::Boxing;
use std::rc::Rc;

trait Fetch {
    async fn fetch(&self, id: u32) -> u32;
    async fn retry(&self) -> u32;
}
trait FetchFrom<T> {
    async fn fetch_from(&self, from: T) -> u32;
}

trait SendFetch = Fetch<fetch(..): Send>;
trait SyncSendFetch = SendFetch + Sync;
trait AsyncSend = Fetch + async Send;
trait SendFrom<T> = FetchFrom<T, fetch_from(..): Send>;

struct Quick;
impl Fetch for Quick {
    async fn fetch(&self, id: u32) -> u32 {
        id
    }
    async fn retry(&self) -> u32 {
        let local = Rc::new(1);
        std::future::ready(()).await;
        *local
    }
}
impl<T> FetchFrom<T> for Quick {
    async fn fetch_from(&self, _: T) -> u32 {
        let local = Rc::new(1);
        std::future::ready(()).await;
        *local
    }
}

fn is_send<T: Send>(_: T) {}

fn used(a: &dyn SendFetch, b: &dyn SyncSendFetch, c: &dyn AsyncSend, d: &dyn SendFrom<u8>) {
    is_send(a.fetch(1));
    is_send(b.fetch(1));
    is_send(c.fetch(1));
    is_send(c.retry());
    is_send(d.fetch_from(1));
    is_send(a.retry());
    //~^ ERROR cannot be sent between threads safely
}

fn made() {
    let _: &dyn SendFetch = Boxing::new(&Quick);
    let same: &dyn SyncSendFetch = Boxing::new(&Quick);
    let _: &(dyn Fetch<fetch(..): Send> + Sync) = same;
    let _: &dyn AsyncSend = Boxing::new(&Quick);
    //~^ ERROR cannot be sent between threads safely
    let _: &dyn SendFrom<u8> = Boxing::new(&Quick);
    //~^ ERROR cannot be sent between threads safely
}

fn main() {}
