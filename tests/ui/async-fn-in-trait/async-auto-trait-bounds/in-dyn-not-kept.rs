//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// The promise of a `dyn Database + async Send` is checked where the `dyn` is made.

#![feature(async_auto_trait_bounds, async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

use std::boxed::Boxing;
use std::rc::Rc;

trait Database {
    async fn get(&self) -> u8;
    async fn put(&self);
}

struct Local;
impl Database for Local {
    async fn get(&self) -> u8 {
        let rc = Rc::new(7);
        std::future::ready(()).await;
        *rc
    }
    async fn put(&self) {}
}

fn make(local: &Local) -> &(dyn Database + async Send) {
    Boxing::new(local)
    //~^ ERROR future cannot be sent between threads safely
}

fn add(plain: &(dyn Database + Send)) -> &(dyn Database + async Send) {
    plain
    //~^ ERROR cannot be sent between threads safely
}

fn main() {}
