//@ edition: 2024

#![feature(dyn_trait_impls)]

use std::borrow::dyn_trait;

pub trait Named {
    type Name: AsRef<str>;
}

impl<T: Named + ?Sized> Named for Box<T> {
    type Name = T::Name;
}

#[dyn_trait]
pub trait Fetch: Named {
    const ID: u32 = 1;
    async fn fetch(&self, key: &str) -> u32;
    fn load<X: Default>(&self, name: Self::Name) -> usize {
        let _ = X::default();
        name.as_ref().len()
    }
}

#[dyn_trait]
pub trait Store {
    async fn put(&mut self, value: u32) -> u32;
}

#[dyn_trait]
pub trait Close {
    async fn close(self) -> u32;
}
