//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// What is placed has the auto traits that the `dyn` promises of the method's future, or that the
// method declares, and no others.

#![feature(async_auto_trait_bounds, async_fn_in_dyn_trait, dyn_placement, return_type_notation)]
#![allow(incomplete_features)]

use std::future::{Slot, dyn_box, dyn_in};
use std::pin::{Pin, pin};

trait Fetch {
    async fn fetch(&self) -> u32;
    fn declared(&self) -> impl Future<Output = u32> + Send;
}
trait Sub: Fetch<fetch(..): Send> {
    async fn sub(&self);
}
trait Of<T> {
    async fn of(&self, by: T);
}

type SendBox<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

fn is_send<T: Send>(_: T) {}
fn is_sync<T: Sync>(_: T) {}

fn promised(f: &(dyn Fetch<fetch(..): Send> + Sync)) -> SendBox<'_, u32> {
    is_send(dyn_in!(pin!(Slot::<64>::new()), f.fetch()));
    is_sync(dyn_box!(f.fetch())); //~ ERROR cannot be shared between threads safely
    dyn_box!(f.fetch())
}

fn not_promised(f: &(dyn Fetch + Sync)) -> SendBox<'_, u32> {
    is_send(dyn_in!(pin!(Slot::<64>::new()), f.fetch()));
    //~^ ERROR cannot be sent between threads safely
    dyn_box!(f.fetch())
    //~^ ERROR mismatched types
}

fn declared(f: &dyn Fetch) -> SendBox<'_, u32> {
    dyn_box!(f.declared())
}

fn by_subtrait(f: &dyn Sub) -> SendBox<'_, u32> {
    is_send(dyn_box!(f.sub())); //~ ERROR cannot be sent between threads safely
    dyn_box!(f.fetch())
}

fn for_all(f: &(dyn Sub + async Send)) -> SendBox<'_, ()> {
    dyn_box!(f.sub())
}

// Which of the promises is meant is known only by the argument, after the call.
fn of_one(f: &dyn Of<u8, of(..): Send>) -> SendBox<'_, ()> {
    dyn_box!(f.of(Default::default()))
}

trait Two: Of<u8, of(..): Send> + Of<u16> {}

fn of_two<'a>(f: &'a (dyn Two + 'a)) -> SendBox<'a, ()> {
    let by = 1;
    is_u8(&by);
    dyn_box!(f.of(by))
}

fn is_u8(_: &u8) {}

trait Where<T> {
    async fn of(&self, by: T)
    where
        T: Copy;
}

fn with_where_clause(f: &dyn Where<u8>) {
    drop(dyn_box!(f.of(1)));
}

fn main() {}
