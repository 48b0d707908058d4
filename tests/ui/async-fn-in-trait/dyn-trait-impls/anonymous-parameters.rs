//@ run-pass
//@ edition: 2015

// In the edition that has them, arguments without a name are handed on.

#![feature(dyn_trait_impls)]
#![allow(anonymous_parameters)]

use std::borrow::dyn_trait;

#[dyn_trait]
trait Sum {
    fn sum(&self, u32, &str) -> u32;
}

impl Sum for u32 {
    fn sum(&self, more: u32, text: &str) -> u32 {
        *self + more + text.len() as u32
    }
}

fn call<T: Sum>(t: T) -> u32 {
    t.sum(1, "a")
}

fn main() {
    assert_eq!(call(&3), 5);
    assert_eq!(call(Box::new(3)), 5);
}
