//@ check-pass
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// What a trait alias says of an associated type is said, and not left to a blanket impl.

#![feature(dyn_method_scope, trait_alias)]
#![allow(dead_code)]

trait Marker<X> {}

trait Super {
    type Item;
    fn get(&self) -> u8;
}

impl<T: ?Sized + Marker<u8>> Super for T {
    type Item = u16;
    fn get(&self) -> u8 {
        1
    }
}

trait Alias = Super<Item = u8>;
trait AliasOfAlias = Alias;

fn by_trait(of: &dyn Super<Item = u8>) -> u8 {
    of.get()
}
fn by_alias(of: &dyn Alias) -> u8 {
    by_trait(of)
}
fn by_alias_of_alias(of: &dyn AliasOfAlias) -> u8 {
    by_trait(of)
}

fn main() {}
