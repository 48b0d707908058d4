//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver
//@ aux-build: database.rs

// An impl of another crate does not meet a bound of it, and what bounds of it don't say.

#![feature(async_auto_trait_bounds)]

extern crate database;

use database::{Database, NotSend, SendDatabase};

fn assert_send<T: Send>(_: T) {}
fn is_send_database<D: SendDatabase>(_: D) {}
fn here<D: Database + async Send>(_: D) {}

fn calls() {
    database::in_background(NotSend);
    //~^ ERROR cannot be sent between threads safely
    is_send_database(NotSend);
    //~^ ERROR cannot be sent between threads safely
    here(NotSend);
    //~^ ERROR cannot be sent between threads safely
}

fn by_supertrait<D: SendDatabase + Clone>(d: D) {
    assert_send(d.typed(0_u8));
    //~^ ERROR cannot be sent between threads safely
    assert_send(d.cloned());
    //~^ ERROR cannot be sent between threads safely
}
fn by_bound<D: Database + async Send + Clone>(d: D) {
    assert_send(d.typed(0_u8));
    //~^ ERROR cannot be sent between threads safely
    assert_send(d.cloned());
    //~^ ERROR cannot be sent between threads safely
}

fn main() {}
