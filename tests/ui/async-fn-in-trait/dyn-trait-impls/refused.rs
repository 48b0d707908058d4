//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// What the attribute can't be on, and traits that no pointer can implement: each item at fault
// is named.

#![feature(dyn_trait_impls, auto_traits, trait_alias, c_variadic)]

use std::borrow::dyn_trait;
use std::rc::Rc;

#[dyn_trait] //~ ERROR `#[dyn_trait]` is for traits
auto trait Auto {}

#[dyn_trait] //~ ERROR `#[dyn_trait]` is for traits
trait Alias = Send + Sync;

#[dyn_trait] //~ ERROR `#[dyn_trait]` is for traits
struct Struct;

#[dyn_trait] //~ ERROR `#[dyn_trait]` is for traits
impl Struct {}

#[dyn_trait(Box)] //~ ERROR malformed `dyn_trait` attribute input
trait Arguments {}

#[dyn_trait] //~ ERROR can make no pointer implement `Constructor`
trait Constructor {
    fn get(&self) -> u32;
    fn new() -> Self;
}

#[dyn_trait] //~ ERROR can make no pointer implement `Binary`
trait Binary {
    async fn merge(&mut self, other: &Self);
    fn all(of: Vec<Option<Self>>) where Self: Sized;
    fn callback(&self, f: impl Fn(&Self));
}

#[dyn_trait] //~ ERROR can make no pointer implement `Bounds`
trait Bounds {
    fn into_inner(self) -> u32
    where
        Self: Sized;
    fn show(&self)
    where
        Self: std::fmt::Debug;
    type Sum: From<Self>
    where
        Self: Sized;
    type Other: AsRef<Self>;
    const ORIGIN: fn(&Self);
}

#[dyn_trait] //~ ERROR can make no pointer implement `Disjoint`
trait Disjoint {
    fn count(self: Rc<Self>) -> usize;
    fn close(self);
}

#[dyn_trait] //~ ERROR can make no pointer implement `Variadic`
trait Variadic {
    unsafe extern "C" fn print(&self, _: ...);
}

#[dyn_trait] //~ ERROR can make no pointer implement `Receiver`
trait Receiver {
    fn twice(self: &Rc<Self>);
}

// `core` knows no `Box`.
#[core::borrow::dyn_trait] //~ ERROR can make no pointer implement `Close`
trait Close {
    fn close(self);
}

fn main() {}
