//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// `async` before anything but an auto trait and `Fn` is refused as ever.

#![feature(async_auto_trait_bounds, async_trait_bounds, trait_alias)]

trait Database {
    async fn get(&self) -> u8;
}
trait IsSend = Send;

fn on_trait<D: async Database>(_: D) {}
//~^ ERROR `async` bound modifier only allowed on `Fn`/`FnMut`/`FnOnce` traits
fn on_sized<D: Database + async Sized>(_: D) {}
//~^ ERROR `async` bound modifier only allowed on `Fn`/`FnMut`/`FnOnce` traits
fn on_copy<D: Database + async Copy>(_: D) {}
//~^ ERROR `async` bound modifier only allowed on `Fn`/`FnMut`/`FnOnce` traits
fn on_alias<D: Database + async IsSend>(_: D) {}
//~^ ERROR `async` bound modifier only allowed on trait, not `trait alias`
fn on_nothing<D: Database + async Missing>(_: D) {}
//~^ ERROR cannot find trait `Missing`
fn on_type<D: Database + async String>(_: D) {}
//~^ ERROR expected trait, found struct `String`
fn on_lifetime<'a, D: Database + async 'a>(_: D) {}
//~^ ERROR `async` may only modify trait bounds, not lifetime bounds
fn relaxed<D: Database + async ?Sized>(_: D) {}
//~^ ERROR `async` trait not allowed with `?` trait polarity modifier
//~| ERROR `async` bound modifier only allowed on
fn beside_nothing_known<D: Missing + async Send>(_: D) {}
//~^ ERROR cannot find trait `Missing`
fn with_arguments<D: Database + async Send<u8>>(_: D) {}
//~^ ERROR trait takes 0 generic arguments but 1 generic argument was supplied

fn main() {}
