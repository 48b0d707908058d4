//@ edition: 2024
// gate-test-dyn_placement

// `?Sized` in a `dyn` type has the gate `dyn_placement`. Without it, each is refused as ever.

#![feature(async_fn_in_dyn_trait, return_type_notation, async_auto_trait_bounds)]
#![allow(incomplete_features)]

trait Fetch {
    async fn fetch(&self, id: u32) -> u32;
}

fn of_one(_: &dyn Fetch<fetch(..): ?Sized>) {}
//~^ ERROR this relaxed bound is not permitted here
fn of_all(_: &(dyn Fetch + async ?Sized)) {}
//~^ ERROR `async` trait not allowed with `?` trait polarity modifier
//~| ERROR `async` bounds are only allowed on auto traits
//~| ERROR relaxed bounds are not permitted in trait object types
#[cfg(false)]
fn configured_out(_: &(dyn Fetch + async ?Sized)) {}
//~^ ERROR `async` trait not allowed with `?` trait polarity modifier

fn main() {}
