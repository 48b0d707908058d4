//@ aux-build: foreign_store.rs
//@ aux-build: with_gate.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// To write such a type takes the gate, wherever it is written.

extern crate foreign_store;
extern crate with_gate;

use foreign_store::Store;

trait Local {
    type Item;
    fn get(&self, other: &dyn Local<Item = u8>); //~ ERROR the trait `Local` is not dyn compatible
    fn map<R>(&self);
}

trait Source {
    type Item;
}

struct Field(Box<dyn Store>); //~ ERROR the trait `Store` is not dyn compatible

fn argument(s: &dyn Store) { //~ ERROR the trait `Store` is not dyn compatible
    s.get("a");
}

fn body() {
    let store = with_gate::boxed(1);
    let _: &dyn Store = &*store; //~ ERROR the trait `Store` is not dyn compatible
    with_gate::boxed(1).map(|key| key.len()); //~ ERROR the method `map` can't be used
}

type Alias = dyn Store; //~ ERROR the trait `Store` is not dyn compatible

fn left_out(_: &dyn Source) {} //~ ERROR the value of the associated type `Item` in `Source` must be specified

fn main() {}
