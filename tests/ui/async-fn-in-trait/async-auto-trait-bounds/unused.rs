//@ edition: 2024
//@ run-rustfix

// `async Send` that is about no future says the same as `Send`.

#![feature(async_auto_trait_bounds)]
#![deny(unused_async_auto_trait_bounds)]
#![allow(dead_code)]

trait Database {
    async fn get(&self) -> u8;
}
trait Sub: Database {}
trait Plain {
    fn get(&self) -> Box<dyn Future<Output = u8>>;
}

fn alone<T: async Send>(_: T) {}
//~^ ERROR this `async Send` says no more than `Send`
fn beside_nothing_async<T: Plain + Clone + async Send + Sync>(_: T) {}
//~^ ERROR this `async Send` says no more than `Send`
fn in_another_list<T: Database>(_: T)
where
    T: async Send,
    //~^ ERROR this `async Send` says no more than `Send`
{
}
fn in_argument(_: impl Plain + async Send, _: &(impl async Send + ?Sized)) {}
//~^ ERROR this `async Send` says no more than `Send`
//~| ERROR this `async Send` says no more than `Send`
fn in_return() -> impl Plain + async Send {
    //~^ ERROR this `async Send` says no more than `Send`
    Unit
}
trait InSupertraits: Plain + async Send {
    //~^ ERROR this `async Send` says no more than `Send`
    type Item: async Sync;
    //~^ ERROR this `async Sync` says no more than `Sync`
}
fn in_constraint<T: Iterator<Item: Plain + async Send>>(_: T) {}
//~^ ERROR this `async Send` says no more than `Send`

trait Generic {
    async fn get<T>(&self, t: T);
    async fn cloned(&self) where Self: Clone;
}
fn beside_uncovered<T: Generic + async Send>(_: T) {}
//~^ ERROR this `async Send` says no more than `Send`

// These are fine.
fn by_supertrait<T: Sub + async Send>(_: T) {}
fn beside_both<T: Plain + async Send + Database>(_: T) {}
fn twice<T: Database + async Send + async Sync>(_: T) {}
#[allow(unused_async_auto_trait_bounds)]
fn allowed<T: async Send>(_: T) {}

struct Unit;
impl Plain for Unit {
    fn get(&self) -> Box<dyn Future<Output = u8>> {
        loop {}
    }
}

fn main() {}
