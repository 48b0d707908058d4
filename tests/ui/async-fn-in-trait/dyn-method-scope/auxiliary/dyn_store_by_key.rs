//@ edition: 2024

// A `dyn` type that leaves out an associated type, by way of a projection.

#![feature(dyn_method_scope)]

extern crate store_by_key;

use store_by_key::Store;

pub trait HasDyn<U> {
    type Dyn: ?Sized;
}
pub struct Key;
impl<U> HasDyn<U> for Key {
    type Dyn = dyn Store<U>;
}

struct Name;
impl<U> Store<U> for Name {
    type Item = String;
    fn get(&self) -> String {
        "a string".to_string()
    }
}
pub fn boxed<U: 'static>() -> Box<<Key as HasDyn<U>>::Dyn> {
    Box::new(Name) as Box<dyn Store<U>>
}
