// An `async` bound on an alias of traits that are not auto traits.

//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally
//@ edition: 2024

#![feature(async_auto_trait_bounds, async_fn_in_dyn_trait, trait_alias)]
#![allow(incomplete_features)]

trait Fetch {
    async fn fetch(&self) -> u8;
}

trait SendClone = Send + Clone;
trait Nested = Sync + SendClone;
trait Two = Send + Sync;

fn other<F: Fetch + async SendClone>(_: F) {} //~ ERROR only allowed for aliases of auto traits
fn nested<F: Fetch + async Nested>(_: F) {} //~ ERROR only allowed for aliases of auto traits
fn in_dyn(_: &(dyn Fetch + async SendClone)) {} //~ ERROR only allowed for aliases of auto traits
trait Own: async SendClone {
    //~^ ERROR only allowed for aliases of auto traits
    //~| ERROR only allowed for aliases of auto traits
    //~| ERROR only allowed for aliases of auto traits
    async fn own(&self);
}

fn two<F: Fetch + async Two>(fetch: &F) {
    fn is_both<T: Send + Sync>(_: T) {}
    is_both(fetch.fetch());
}

fn main() {}
