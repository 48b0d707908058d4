//@ edition: 2024

// An impl for any type that a projection may be, in a crate that knows of no gate.

#![allow(uncovered_param_in_projection)]

extern crate store_by_key;

use store_by_key::{Has, Store};

pub struct Local<K>(pub K);

impl<K: Has> Store<Local<K>> for <K as Has>::Type {
    type Item = [usize; 3];
    fn get(&self) -> [usize; 3] {
        [1, 2, 3]
    }
}

pub fn get<K: Has>(store: &K::Type) -> [usize; 3] {
    Store::<Local<K>>::get(store)
}
