//@ aux-build: database.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// Without the gate, the `dyn` of another crate is no more a type than one of this crate.

extern crate database;

use database::{Database, DynDatabase};

fn named(_: &DynDatabase<'_>) {}
//~^ ERROR the trait `Database` is not dyn compatible

fn inferred() {
    let database = database::example();
    //~^ ERROR the trait `Database` is not dyn compatible
    drop(database.get("key"));
    //[next]~^ ERROR the method `get` exists for struct `Box<dyn Database<Error = String>>`, but its
    let mut copy = database::example();
    //~^ ERROR the trait `Database` is not dyn compatible
    drop(database::copy(&*database, &mut *copy, "key"));
    //~^ ERROR the trait `Database` is not dyn compatible
    //[next]~^^ ERROR the trait `Database` is not dyn compatible
}

fn main() {}
