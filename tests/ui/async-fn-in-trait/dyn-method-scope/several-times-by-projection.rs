//@ run-pass
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// Which associated type of several is meant, and for which lifetimes, where an argument of the
// trait is written as a projection.

#![feature(dyn_method_scope)]
#![allow(dead_code)]

use std::marker::PhantomData;

trait Has {
    type T;
}
struct Key;
impl Has for Key {
    type T = u8;
}

trait Super<T> {
    type Item;
    fn generic<R>(&self) {}
}
trait Two<K: Has>: Super<K::T, Item = u64> + Super<u16, Item = String> {
    fn first(&self) -> <Self as Super<K::T>>::Item;
    fn second(&self) -> <Self as Super<u16>>::Item;
}

fn in_generic_code<K: Has>(two: &dyn Two<K>) -> u64 {
    two.first()
}
fn normalized(two: &dyn Two<Key>) -> u64 {
    two.first() + two.second().len() as u64
}

struct Value;
impl Super<u8> for Value {
    type Item = u64;
}
impl Super<u16> for Value {
    type Item = String;
}
impl Two<Key> for Value {
    fn first(&self) -> u64 {
        1
    }
    fn second(&self) -> String {
        "second".to_string()
    }
}

struct Pair<'a, 'b>(PhantomData<fn(&'a u8, &'b u8) -> (&'a u8, &'b u8)>);

trait Lend<'a> {
    type Ty;
}
impl<'a> Lend<'a> for () {
    type Ty = Pair<'a, 'static>;
}

trait Get<T> {
    type Item;
    fn get(&self, t: T) -> Self::Item;
    fn generic<R>(&self) {}
}
trait Table: for<'a> Get<(<() as Lend<'a>>::Ty, &'a str), Item = &'a str> {}

struct Echo;
impl<'a> Get<(Pair<'a, 'static>, &'a str)> for Echo {
    type Item = &'a str;
    fn get(&self, t: (Pair<'a, 'static>, &'a str)) -> &'a str {
        t.1
    }
}
impl Table for Echo {}

fn for_all<'a>(table: &dyn Table, s: &'a str) -> &'a str {
    table.get((Pair(PhantomData), s))
}
fn for_all_by_path<'a>(table: &dyn Table, s: &'a str) -> &'a str {
    <dyn Table>::get(table, (Pair(PhantomData), s))
}

// A lifetime that is there several times.
trait Both: for<'a> Get<(&'a str, &'a str), Item = &'a str> {}
impl<'a> Get<(&'a str, &'a str)> for Echo {
    type Item = &'a str;
    fn get(&self, t: (&'a str, &'a str)) -> &'a str {
        t.1
    }
}
impl Both for Echo {}

fn twice<'a>(both: &dyn Both, s: &'a str) -> &'a str {
    both.get((s, s))
}

fn main() {
    assert_eq!(in_generic_code::<Key>(&Value), 1);
    assert_eq!(normalized(&Value), 7);
    let text = String::from("text");
    assert_eq!(for_all(&Echo, &text), "text");
    assert_eq!(for_all_by_path(&Echo, &text), "text");
    assert_eq!(twice(&Echo, &text), "text");
}
