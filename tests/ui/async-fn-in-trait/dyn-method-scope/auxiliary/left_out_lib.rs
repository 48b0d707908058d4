//@ edition: 2024

#![feature(dyn_method_scope)]

pub trait Source<M> {
    type Item;
    fn next(&self) -> Self::Item;
}

pub trait ToDyn<M> {
    type Dyn: ?Sized;
}

pub struct Key;

impl<M: 'static> ToDyn<M> for Key {
    type Dyn = dyn Source<M>;
}
