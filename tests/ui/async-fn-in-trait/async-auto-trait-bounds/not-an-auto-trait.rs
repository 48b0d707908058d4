//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// `async` before anything but an auto trait and `Fn` is refused, and no other gate is named for it.

#![feature(async_auto_trait_bounds)]

trait Database {
    async fn get(&self) -> u8;
}

fn on_trait<D: async Database>(_: D) {}
//~^ ERROR `async` bounds are only allowed on auto traits
fn on_sized<D: Database + async Sized>(_: D) {}
//~^ ERROR `async` bounds are only allowed on auto traits
fn on_copy<D: Database + async Copy>(_: D) {}
//~^ ERROR `async` bounds are only allowed on auto traits
fn on_nothing<D: Database + async Missing>(_: D) {}
//~^ ERROR cannot find trait `Missing`
fn on_type<D: Database + async String>(_: D) {}
//~^ ERROR expected trait, found struct `String`
fn on_lifetime<'a, D: Database + async 'a>(_: D) {}
//~^ ERROR `async` may only modify trait bounds, not lifetime bounds
fn relaxed<D: Database + async ?Sized>(_: D) {}
//~^ ERROR `async` trait not allowed with `?` trait polarity modifier
//~| ERROR `async` bounds are only allowed on auto traits
fn beside_nothing_known<D: Missing + async Send>(_: D) {}
//~^ ERROR cannot find trait `Missing`
fn with_arguments<D: Database + async Send<u8>>(_: D) {}
//~^ ERROR trait takes 0 generic arguments but 1 generic argument was supplied

fn main() {}
