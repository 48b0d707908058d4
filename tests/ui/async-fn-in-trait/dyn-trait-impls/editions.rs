//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// In every edition, with hidden lifetimes.

#![feature(dyn_trait_impls)]

use std::borrow::dyn_trait;

pub struct Cursor<'c>(&'c str);

#[dyn_trait]
trait Table {
    fn unnamed(&self, _: &str, _: Cursor) -> u32;
    fn rows(&self, cursor: &mut Cursor) -> impl Iterator<Item = u32>;
}

impl Table for u32 {
    fn unnamed(&self, name: &str, cursor: Cursor) -> u32 {
        *self + (name.len() + cursor.0.len()) as u32
    }
    fn rows(&self, _: &mut Cursor) -> impl Iterator<Item = u32> {
        0..*self
    }
}

fn call<T: Table>(table: T) -> u32 {
    table.unnamed("a", Cursor("b")) + table.rows(&mut Cursor("")).sum::<u32>()
}

fn main() {
    assert_eq!(call(&3), 8);
    assert_eq!(call(Box::new(3)), 8);
}
