//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// The implementations overlap with others for the same pointers, and with those for all types.

#![feature(dyn_trait_impls)]

use std::borrow::dyn_trait;
use std::rc::Rc;

#[dyn_trait]
//~^ ERROR conflicting implementations of trait `Blanket` for type `&_`
//~| ERROR conflicting implementations of trait `Blanket` for type `&mut _`
//~| ERROR conflicting implementations of trait `Blanket` for type `Box<_>`
//~| ERROR conflicting implementations of trait `Blanket` for type `Rc<_>`
//~| ERROR conflicting implementations of trait `Blanket` for type `Arc<_>`
trait Blanket {
    fn name(&self) -> String;
}

impl<T: std::fmt::Debug> Blanket for T {
    fn name(&self) -> String {
        format!("{self:?}")
    }
}

#[dyn_trait] //~ ERROR conflicting implementations of trait `Own` for type `Box<(dyn Own
trait Own {
    fn name(&self) -> String;
    fn set(&self, name: String);
}

impl Own for Box<dyn Own> {
    fn name(&self) -> String {
        (**self).name()
    }
    fn set(&self, _: String) {}
}

// `str` has no implementation, so `&str` may have one.
impl Own for &str {
    fn name(&self) -> String {
        self.to_string()
    }
    fn set(&self, _: String) {}
}

// `Rc` is left to whoever wants it.
#[dyn_trait]
trait Unique {
    fn set(&mut self, name: String);
}

impl<T: Unique> Unique for Rc<T> {
    fn set(&mut self, _: String) {}
}

fn main() {}
