// An alias that has parameters is an alias, too.

//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally
//@ edition: 2024
//@ check-pass

#![feature(async_auto_trait_bounds, async_fn_in_dyn_trait, trait_alias)]
#![allow(incomplete_features)]

fn is_send<T: Send>(_: T) {}

trait Fetch {
    async fn fetch(&self) -> u8;
}

trait MaybeSend<T> = Send;

fn generic<F: Fetch + async MaybeSend<u8>>(fetch: &F) {
    is_send(fetch.fetch());
}

fn in_dyn(fetch: &(dyn Fetch + async MaybeSend<u8>)) {
    is_send(fetch.fetch());
}

trait Own: async MaybeSend<u8> {
    async fn own(&self);
}

fn own<O: Own>(it: &O) {
    is_send(it.own());
}

fn main() {}
