//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver
//@ run-pass
//@ aux-build: run_ready.rs

// In macros: as tokens, as a type, and with a trait that is given.

#![feature(async_auto_trait_bounds, async_trait_bounds)]

extern crate run_ready;
use run_ready::run;

fn assert_send<T: Send>(t: T) -> T {
    t
}

trait Database {
    async fn get(&self) -> u8;
}
impl Database for u8 {
    async fn get(&self) -> u8 {
        *self
    }
}

macro_rules! by_tokens {
    ($name:ident, $($bound:tt)*) => {
        fn $name<D: $($bound)*>(d: D) -> u8 {
            run(assert_send(d.get()))
        }
    };
}
by_tokens!(by_tokens, Database + async Send);

macro_rules! by_type {
    ($name:ident, $ty:ty) => {
        fn $name(d: $ty) -> u8 {
            run(assert_send(d.get()))
        }
    };
}
by_type!(by_type, impl Database + async Send);

// The same `async` before both kinds of traits.
macro_rules! by_path {
    ($name:ident, $function:path, $auto:path) => {
        fn $name<D: Database + async $auto>(f: impl async $function, d: D) -> u8 {
            run(async {
                f().await;
                assert_send(d.get()).await
            })
        }
    };
}
by_path!(by_path, Fn(), Send);

macro_rules! which_arm {
    (async $($rest:tt)*) => { 1 };
    ($ty:ty) => { 2 };
}

fn main() {
    assert_eq!(by_tokens(3_u8), 3);
    assert_eq!(by_type(4_u8), 4);
    assert_eq!(by_path(async || (), 5_u8), 5);
    assert_eq!(which_arm!(async Send), 1);
    assert_eq!(which_arm!(impl Database + async Send), 2);
}
