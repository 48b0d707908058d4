//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// gate-test-async_auto_trait_bounds
//
// Without the gate, `async` before an auto trait is refused, and the gate is named. Before any
// other trait it is what it has been upstream.

#![feature(auto_traits)]

trait Database {
    async fn get(&self) -> u8;
}
auto trait Mine {}

fn inline<D: Database + async Send>(_: D) {}
//~^ ERROR `async` bounds on auto traits are experimental
fn in_where<D>(_: D)
where
    D: Database + async Mine,
    //~^ ERROR `async` bounds on auto traits are experimental
{
}
fn in_argument(_: impl Database + async Sync) {}
//~^ ERROR `async` bounds on auto traits are experimental
trait SendDatabase: Database + async Send {}
//~^ ERROR `async` bounds on auto traits are experimental
fn in_dyn(_: &(dyn Send + async Sync)) {}
//~^ ERROR `async` bounds on auto traits are experimental

// Nothing else is said about those.
fn no_follow_up<D: Database + Send>(d: D, e: impl SendDatabase) {
    inline(d);
    inline(e);
}

fn on_fn_trait(_: impl async Fn()) {}
//~^ ERROR `async` trait bounds are unstable
fn on_other_trait<D: async Database>(_: D) {}
//~^ ERROR `async` trait bounds are unstable
//~| ERROR `async` bound modifier only allowed on
fn on_nothing<D: async Missing>(_: D) {}
//~^ ERROR `async` trait bounds are unstable
//~| ERROR cannot find trait `Missing`

#[cfg(false)]
fn configured_out<D: Database + async Send>(_: D) {}
//~^ ERROR `async` trait bounds are unstable

fn main() {}
