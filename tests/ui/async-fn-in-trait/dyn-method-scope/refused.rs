//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally
//@ aux-build: foreign_store.rs

// What a vtable can't have is refused where it is used, for the reason that keeps the trait from
// being dyn-compatible otherwise. A method that is refused hides one of an extension trait.

#![feature(dyn_method_scope)]

extern crate foreign_store;

use std::ops::Deref;
use std::rc::Rc;

trait Store {
    const NAME: &'static str;
    type Row<'a>
    where
        Self: 'a;
    fn get(&self, key: &str) -> u32;
    fn map<R>(&self, f: impl Fn(&str) -> R) -> Vec<R>;
    fn open(path: &str) -> Self;
    fn merge(&mut self, other: &Self);
    fn copy(&self) -> Self;
    fn where_self(&self) where Self: Other;
    fn row(&self) -> Self::Row<'_>;
    fn twice(self: &Rc<Self>);
    fn sized(&self) where Self: Sized;
    fn by_value(self);
}

trait Other {}

trait Extension {
    fn map(&self) {}
}

impl<T: ?Sized> Extension for T {}

fn refused(s: &mut dyn Store, other: &dyn Store, rc: &Rc<dyn Store>) {
    s.get("a");
    other.map(|key| key.len()); //~ ERROR the method `map` can't be used on `dyn Store`
    s.merge(other); //~ ERROR the method `merge` can't be used on `dyn Store`
    s.copy(); //~ ERROR the method `copy` can't be used on `dyn Store`
    s.where_self(); //~ ERROR the method `where_self` can't be used on `dyn Store`
    s.row(); //~ ERROR the method `row` can't be used on `dyn Store`
    rc.twice(); //~ ERROR the method `twice` can't be used on `(dyn Store + 'static)`
    s.sized(); //~ ERROR the `sized` method cannot be invoked on `&mut dyn Store`
    <dyn Store>::open("a"); //~ ERROR the associated function `open` can't be used on `dyn Store`
    <dyn Store>::map::<()>; //~ ERROR the method `map` can't be used on `dyn Store`
    let _ = <dyn Store>::NAME; //~ ERROR the associated constant `NAME` can't be used on `dyn Store`
    s.no_such_method(); //~ ERROR no method named `no_such_method`
}

// The trait is not implemented, whatever asks for it.
fn generic<T: Store + ?Sized>(_: &T) {}

fn not_implemented(s: &dyn Store) {
    generic(s); //~ ERROR the trait bound `dyn Store: Store` is not satisfied
    Store::get(s, "a"); //~ ERROR the trait bound `dyn Store: Store` is not satisfied
    <dyn Store as Store>::get(s, "a"); //~ ERROR the trait bound `dyn Store: Store` is not satisfied
}

fn foreign(s: &dyn foreign_store::Store) {
    s.get("a");
    s.map(|key| key.len()); //~ ERROR the method `map` can't be used on `dyn foreign_store::Store`
}

fn main() {}
