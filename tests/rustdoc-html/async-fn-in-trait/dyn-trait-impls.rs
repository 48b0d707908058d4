//@ edition: 2024

// What `#[dyn_trait]` makes is shown like any implementation, with what its methods return.

#![feature(dyn_trait_impls)]
#![crate_name = "foo"]

use std::borrow::dyn_trait;

//@ has foo/trait.Fetch.html
//@ has - '//*[@id="impl-Fetch-for-%26T"]' "impl<'a, T: Fetch + ?Sized> Fetch for &'a T"
//@ has - '//*[@id="impl-Fetch-for-Box%3CT%3E"]' "impl<T: Fetch + ?Sized> Fetch for Box<T>"
//@ has - '//*[@id="impl-Fetch-for-Arc%3CT%3E"]' "impl<T: Fetch + ?Sized> Fetch for Arc<T>"
#[dyn_trait]
pub trait Fetch {
    const ID: u32;
    type Item;
    async fn fetch(&self, key: &str) -> Self::Item;
    fn get(&self, id: u32) -> Option<Self::Item>;
}

//@ has foo/trait.Unique.html
//@ has - '//*[@id="impl-Unique-for-Box%3CT%3E"]' "impl<T: Unique + ?Sized> Unique for Box<T>"
//@ !has - '//*[@id="impl-Unique-for-Rc%3CT%3E"]' ""
#[dyn_trait]
pub trait Unique {
    fn set(&mut self, id: u32);
}
