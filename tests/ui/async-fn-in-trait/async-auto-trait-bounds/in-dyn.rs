//@ run-pass
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs

// `dyn Database + async Send` promises that the futures of all methods are `Send`, those of
// supertraits included, and of nothing that can't be called through the `dyn`.

#![feature(async_auto_trait_bounds, async_fn_in_dyn_trait)]
#![allow(dead_code, incomplete_features)]

extern crate run_ready;

use std::boxed::Boxing;

trait Connection {
    async fn ping(&self) -> u8;
}
trait Database: Connection {
    async fn get(&self) -> u8;
    async fn local(&self) -> u8
    where
        Self: Sized;
    fn len(&self) -> usize;
}

struct Seven;
impl Connection for Seven {
    async fn ping(&self) -> u8 {
        7
    }
}
impl Database for Seven {
    async fn get(&self) -> u8 {
        7
    }
    async fn local(&self) -> u8 {
        let rc = std::rc::Rc::new(7);
        std::future::ready(()).await;
        *rc
    }
    fn len(&self) -> usize {
        1
    }
}

fn on_thread(database: Box<dyn Database + async Send + Sync>) -> u8 {
    std::thread::spawn(move || {
        let future = async move { database.get().await + database.ping().await };
        run_ready::run(is_send(future))
    })
    .join()
    .unwrap()
}

fn is_send<T: Send>(value: T) -> T {
    value
}

/// A method that can't be called through a `dyn` is not asked of what may be one.
trait Copies {
    async fn get(&self) -> u8;
    async fn copy(&self) -> u8
    where
        Self: Sized;
}
fn maybe_unsized<C: Copies + ?Sized + async Send>(copies: &C) {
    let _ = is_send(copies.get());
}
fn of_dyn(copies: &(dyn Copies + async Send)) {
    maybe_unsized(copies);
}

fn generic<C: Connection + async Send + Sync + ?Sized>(connection: &C) -> u8 {
    run_ready::run(is_send(connection.ping()))
}

fn main() {
    assert_eq!(on_thread(Boxing::new(Box::new(Seven))), 14);
    let database: &(dyn Database + async Send + Sync) = Boxing::new(&Seven);
    assert_eq!(database.len(), 1);
    // A supertrait's futures are among those that it is about.
    let connection: &(dyn Connection + async Send + Sync) = database;
    assert_eq!(generic(connection), 7);
    // It may promise less.
    let plain: &dyn Connection = database;
    assert_eq!(run_ready::run(plain.ping()), 7);
}
