//@ run-pass
//@ needs-threads
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// What a `dyn` promises of the future of a method that takes `self` by value.

#![feature(
    async_auto_trait_bounds,
    async_fn_in_dyn_trait,
    dyn_by_value_self,
    dyn_method_scope,
    named_return_types,
    return_type_notation
)]
#![allow(incomplete_features, dead_code)]

extern crate run_ready;

use std::boxed::Boxing;
use std::thread;

use run_ready::run;

trait Connection {
    async fn close(self) -> u32;
}

struct Tcp(u32);

impl Connection for Tcp {
    async fn close(self) -> u32 {
        self.0
    }
}

fn by_method(connection: Box<dyn Connection<close(..): Send> + Send>) -> u32 {
    thread::spawn(|| run(async { connection.close().await })).join().unwrap()
}

fn by_name(connection: Box<dyn Connection<close: Send>>) -> u32 {
    let close: <dyn Connection<close: Send> as Connection>::close = connection.close();
    thread::spawn(|| run(close)).join().unwrap()
}

fn all(connection: Box<dyn Connection + async Send>) -> u32 {
    let close = connection.close();
    thread::spawn(|| run(close)).join().unwrap()
}

trait Store {
    fn generic<T>(&self, t: T);
    fn finish(self) -> u32;
    async fn save(self) -> u32;
}

impl Store for Tcp {
    fn generic<T>(&self, _: T) {}
    fn finish(self) -> u32 {
        self.0
    }
    async fn save(self) -> u32 {
        self.0
    }
}

fn main() {
    assert_eq!(by_method(Boxing::new(Box::new(Tcp(1)))), 1);
    assert_eq!(by_name(Boxing::new(Box::new(Tcp(2)))), 2);
    assert_eq!(all(Boxing::new(Box::new(Tcp(3)))), 3);

    // A `dyn` that does not implement its trait.
    let store: Box<dyn Store> = Boxing::new(Box::new(Tcp(4)));
    assert_eq!(store.finish(), 4);
    let store: Box<dyn Store> = Boxing::new(Box::new(Tcp(5)));
    assert_eq!(run(store.save()), 5);
    let store: Box<dyn Store<save(..): Send>> = Boxing::new(Box::new(Tcp(6)));
    let save = store.save();
    assert_eq!(thread::spawn(|| run(save)).join().unwrap(), 6);
}
