//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A promise about a method that mentions a left-out type says nothing, as the method can't be
// called.

#![feature(async_fn_in_dyn_trait, dyn_method_scope, return_type_notation)]
#![feature(async_auto_trait_bounds)]
#![allow(incomplete_features, dead_code)]

extern crate run_ready;

use std::boxed::Boxing;

use run_ready::run;

trait Store {
    type Item;
    async fn get(&self) -> Self::Item;
    async fn size(&self) -> u8;
}

struct Two;

impl Store for Two {
    type Item = u8;
    async fn get(&self) -> u8 {
        1
    }
    async fn size(&self) -> u8 {
        2
    }
}

fn is_send<T: Send>(of: T) -> T {
    of
}

fn of_all() -> Box<dyn Store + async Send> {
    Boxing::new(Box::new(Two))
}

fn less(all: Box<dyn Store<Item = u8> + async Send>) -> Box<dyn Store + async Send> {
    all
}

fn of_one(one: &dyn Store<Item = u8, get(..): Send, size(..): Send>) -> &dyn Store<size(..): Send> {
    one
}

fn main() {
    assert_eq!(run(is_send(of_all().size())), 2);
    assert_eq!(run(is_send(less(Boxing::new(Box::new(Two))).size())), 2);
    assert_eq!(run(is_send(of_one(Boxing::from_ref(&Two)).size())), 2);
}
