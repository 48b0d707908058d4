// `async MaybeSend` is `async Send` where the alias says so, and nothing where it is empty: a
// library that is `Send` on one target writes its traits and bounds once.

//@ revisions: send not_send send_next not_send_next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[send_next] compile-flags: -Znext-solver=globally
//@[not_send_next] compile-flags: -Znext-solver=globally
//@ edition: 2024
//@ check-pass

#![feature(async_auto_trait_bounds, async_fn_in_dyn_trait, return_type_notation, trait_alias)]
#![allow(incomplete_features)]

use std::boxed::Boxing;

#[cfg(any(send, send_next))]
trait MaybeSend = Send;
#[cfg(any(not_send, not_send_next))]
trait MaybeSend =;

fn is_send<T: MaybeSend>(_: T) {}

trait Fetch {
    async fn fetch(&self) -> u8;
}

trait Db: async MaybeSend + Sync {
    async fn get(&self) -> u8;
}

fn generic<F: Fetch + async MaybeSend + Sync>(fetch: F) {
    is_send(async move { fetch.fetch().await });
}

fn own<D: Db>(db: &D) {
    is_send(db.get());
}

fn in_dyn(fetch: &(dyn Fetch + async MaybeSend)) {
    is_send(fetch.fetch());
}

fn promised(fetch: &dyn Fetch<fetch(..): MaybeSend>) {
    is_send(fetch.fetch());
}

fn of_method<F: Fetch<fetch(..): MaybeSend>>(fetch: &F) {
    is_send(fetch.fetch());
}

struct Local;

#[cfg(any(not_send, not_send_next))]
impl Fetch for Local {
    async fn fetch(&self) -> u8 {
        let rc = std::rc::Rc::new(1);
        async {}.await;
        *rc
    }
}

#[cfg(any(send, send_next))]
impl Fetch for Local {
    async fn fetch(&self) -> u8 {
        1
    }
}

fn main() {
    generic(Local);
    in_dyn(Boxing::new(&Local));
    promised(Boxing::new(&Local));
    of_method(&Local);
    let _ = own::<u8>;
}

impl Db for u8 {
    async fn get(&self) -> u8 {
        *self
    }
}
