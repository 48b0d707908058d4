// A call in a where-clause without what it is about: each slip has its own message.

//@ edition: 2024

#![feature(return_type_notation)]

trait Db {
    async fn get(&self, key: &str) -> u32;
    async fn put<K>(&self, key: K);
}

fn forgotten<D: Db>(_: D) where D::get(..) {}
//~^ ERROR missing bound on what a call returns

fn forgotten_of_turbofish<D: Db>(_: D) where D::put::<u8>(..), D: Send {}
//~^ ERROR missing bound on what a call returns

fn main() {}

fn dot<D: Db>(_: D) where D.get(..): Send {}
//~^ ERROR a method of a type is not called with `.`
