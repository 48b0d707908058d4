//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A pointer that can't hand on all of a trait does not implement it, and the message says why.

#![feature(async_fn_in_dyn_trait, dyn_trait_impls)]
#![allow(incomplete_features)]

use std::borrow::dyn_trait;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;

#[dyn_trait]
trait Store {
    async fn get(&self, key: &str) -> u32;
    async fn put(&mut self, key: &str, value: u32);
}

#[dyn_trait]
trait Job {
    fn run(self) -> u32;
}

#[dyn_trait]
trait Pinned {
    fn poll(self: Pin<&mut Self>);
}

#[dyn_trait]
trait Counted {
    fn count(self: Rc<Self>);
}

#[dyn_trait]
trait Cloned: Clone {
    fn get(&self) -> u32;
}

fn store(_: impl Store) {}
fn job(_: impl Job) {}
fn pinned(_: impl Pinned) {}
fn counted(_: impl Counted) {}
fn cloned(_: impl Cloned) {}

struct NotOne;

fn f(rc: Rc<dyn Store>, arc: Arc<dyn Store>, unique: Box<dyn Store>) {
    store(rc); //~ ERROR the trait bound `Rc<dyn Store>: Store` is not satisfied
    store(arc); //~ ERROR the trait bound `Arc<dyn Store>: Store` is not satisfied
    store(&unique); //~ ERROR the trait bound `&Box<dyn Store>: Store` is not satisfied
    store(unique);
    store(Box::new(NotOne)); //~ ERROR the trait bound `NotOne: Store` is not satisfied
}

fn g(mutable: &mut dyn Job, boxed: Box<dyn Job>) {
    job(mutable); //~ ERROR the trait bound `&mut dyn Job: Job` is not satisfied
    job(boxed);
}

fn h(pin: Box<dyn Pinned>, box_: Box<dyn Counted>) {
    pinned(pin); //~ ERROR cannot be unpinned
    counted(box_); //~ ERROR the trait bound `Box<dyn Counted>: Counted` is not satisfied
}

fn i<C: Cloned>(c: C) {
    cloned(&c);
    cloned(Rc::new(c.clone()));
    cloned(Box::new(c.clone()));
    cloned(&mut c.clone()); //~ ERROR the trait bound `&mut C: Cloned` is not satisfied
}

fn main() {}
