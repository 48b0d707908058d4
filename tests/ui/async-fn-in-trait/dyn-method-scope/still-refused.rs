//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// Traits that have no `dyn` type, whatever can be called on it.

#![feature(dyn_method_scope)]

trait NeedsSized: Sized {
    fn get(&self) -> u32;
}

trait SubOfSized: NeedsSized {}

trait NeedsSelf: PartialEq {
    fn get(&self) -> u32;
}

trait NeedsItem: Into<Self::Item> {
    type Item;
}

// `dyn Blanket` would implement it after all.
trait Blanket {
    fn get(&self) -> u32;
    fn map<R>(&self);
}

impl<T: ?Sized> Blanket for T {
    fn get(&self) -> u32 {
        0
    }
    fn map<R>(&self) {}
}

// `dyn LeftOut` says nothing of `Item`, and the impl does.
trait LeftOut {
    type Item;
    fn get(&self) -> u32;
}

impl<T: ?Sized> LeftOut for T {
    type Item = u8;
    fn get(&self) -> u32 {
        0
    }
}

trait Generic {
    type Row<'a>;
    fn get(&self) -> u32;
}

fn sized(_: &dyn NeedsSized) {} //~ ERROR is not dyn compatible
fn sub(_: &dyn SubOfSized) {} //~ ERROR is not dyn compatible
fn self_(_: &dyn NeedsSelf) {} //~ ERROR is not dyn compatible
fn item(_: &dyn NeedsItem) {} //~ ERROR is not dyn compatible
fn blanket(_: &dyn Blanket) {} //~ ERROR is not dyn compatible
fn left_out(_: &dyn LeftOut) {} //~ ERROR is not dyn compatible
fn said(_: &dyn LeftOut<Item = u8>) {}
fn generic(_: &dyn for<'a> Generic<Row<'a> = u8>) {} //~ ERROR is not dyn compatible
fn without(s: &dyn Generic) -> u32 {
    s.get()
}

trait Incomplete {
    fn get(&self) -> u32;
    fn map<R>(&self);
}

trait Sub: Incomplete {}

impl Incomplete for dyn Sub { //~ ERROR the object type `(dyn Sub + 'static)` automatically implements
    fn get(&self) -> u32 {
        0
    }
    fn map<R>(&self) {}
}

impl Incomplete for dyn Incomplete { //~ ERROR the object type `(dyn Incomplete + 'static)` automatically implements
    fn get(&self) -> u32 {
        0
    }
    fn map<R>(&self) {}
}

fn main() {}
