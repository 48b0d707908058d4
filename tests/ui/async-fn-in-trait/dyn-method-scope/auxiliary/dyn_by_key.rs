//@ edition: 2024

// `dyn` types that lack their trait, by way of an associated type.

#![feature(async_fn_in_dyn_trait, dyn_method_scope)]
#![allow(incomplete_features)]

use std::boxed::Boxing;

pub trait Source<M> {
    type Item;
    fn next(&self) -> Self::Item;
}
pub trait ToDyn<M> {
    type Dyn: ?Sized;
    type Async: ?Sized;
    type Generic: ?Sized;
}
pub struct Key;
impl<M: 'static> ToDyn<M> for Key {
    type Dyn = dyn Source<M>;
    type Async = dyn Fetch<M>;
    type Generic = dyn Store<M>;
}
pub fn as_dyn<M: 'static, T: Source<M> + 'static>(t: &T) -> &<Key as ToDyn<M>>::Dyn {
    t
}

pub trait Fetch<M> {
    async fn fetch(&self) -> u8;
}
pub fn boxed<M: 'static>(t: impl Fetch<M> + 'static) -> Box<dyn Fetch<M>> {
    Boxing::new(Box::new(t))
}

pub trait Store<M> {
    fn get(&self) -> u8;
    fn generic<R>(&self) {}
}
pub fn get<M: 'static>(t: impl Store<M> + 'static) -> u8 {
    let store: Box<dyn Store<M>> = Box::new(t);
    store.get()
}
