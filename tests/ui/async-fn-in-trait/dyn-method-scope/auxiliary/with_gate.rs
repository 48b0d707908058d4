//@ edition: 2024

// A crate with the gate, in between.

#![feature(dyn_method_scope)]

extern crate foreign_store;

use foreign_store::Store;
pub use foreign_store::Value;

pub fn boxed(value: u32) -> Box<dyn Store> {
    Box::new(Value(value))
}

#[inline]
pub fn get(store: &dyn Store) -> u32 {
    store.get("inline")
}

pub fn generic<T>(_: T, store: &dyn Store) -> u32 {
    store.get("ab") + store.last()
}

pub type DynStore = dyn Store;
