//@ run-pass
//@ edition: 2024
//@ revisions: current next optimized
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally
//@[optimized] compile-flags: -Copt-level=3 -Zmir-opt-level=4 -Zvalidate-mir

// `dyn` types with type and lifetime parameters that do not implement their trait: for all
// lifetimes, in generic code, in the signatures of the trait itself, as what an impl is for, and
// behind a type parameter.

#![feature(dyn_method_scope)]
#![allow(dead_code)]

use std::fmt::Debug;

trait Text<'a> {
    type Item;
    fn get(&self) -> Self::Item;
    fn put(&self, x: &'a str) -> Option<Self::Item>;
    fn generic<T>(&self, _: T) {}
}

trait Super<'a> {
    fn of_super(&self, x: &'a str) -> &'a str;
    fn generic<T>(&self, _: T) {}
}

trait Sub: for<'a> Super<'a> {
    fn of_sub(&self) -> u8;
    fn generic2<T>(&self, _: T) {}
}

trait Pair<T: Debug> {
    type Out;
    fn get(&self, t: T) -> (T, Self::Out);
    fn map<R>(&self, r: R) -> R {
        r
    }
    fn of_other(&self, other: &dyn Pair<T, Out = u8>, t: T) -> (T, u8) {
        other.get(t)
    }
}

struct Value;

impl<'a> Text<'a> for Value {
    type Item = &'a str;
    fn get(&self) -> &'a str {
        "get"
    }
    fn put(&self, x: &'a str) -> Option<&'a str> {
        Some(x)
    }
}

impl<'a> Super<'a> for Value {
    fn of_super(&self, x: &'a str) -> &'a str {
        x
    }
}

impl Sub for Value {
    fn of_sub(&self) -> u8 {
        3
    }
}

impl<T: Debug> Pair<T> for Value {
    type Out = u8;
    fn get(&self, t: T) -> (T, u8) {
        (t, 1)
    }
}

fn for_all(s: &dyn for<'a> Text<'a, Item = &'a str>) -> String {
    let local = String::from("local ");
    let put = s.put(&local).unwrap().to_string();
    put + s.get()
}

fn for_all_by_supertrait(s: &dyn Sub) -> u8 {
    let local = String::from("local");
    assert_eq!(s.of_super(&local), "local");
    s.of_sub()
}

fn generic<T: Debug + Clone>(t: T) -> String {
    let boxed: Box<dyn Pair<T, Out = u8>> = Box::new(Value);
    let (first, _) = boxed.get(t.clone());
    let f = <dyn Pair<T, Out = u8>>::get;
    let (second, _) = f(&*boxed, t.clone());
    let (third, _) = boxed.of_other(&Value, t);
    format!("{first:?} {second:?} {third:?}")
}

struct Wrapper<T: ?Sized>(Box<T>);

impl Pair<u8> for Wrapper<dyn Pair<u8, Out = u8>> {
    type Out = u8;
    fn get(&self, t: u8) -> (u8, u8) {
        self.0.get(t + 1)
    }
}

trait Other {
    fn other(&self) -> u8;
}

impl Other for dyn Pair<u8, Out = u8> {
    fn other(&self) -> u8 {
        self.get(2).0
    }
}

trait Extension {
    fn extended(&self) -> usize {
        size_of_val(self)
    }
}

impl<T: ?Sized> Extension for T {}

fn main() {
    assert_eq!(for_all(&Value), "local get");
    assert_eq!(for_all_by_supertrait(&Value), 3);
    assert_eq!(generic(4), "4 4 4");
    assert_eq!(generic("s"), r#""s" "s" "s""#);
    let wrapper = Wrapper(Box::new(Value) as Box<dyn Pair<u8, Out = u8>>);
    assert_eq!(wrapper.get(1).0, 2);
    let pair: &dyn Pair<u8, Out = u8> = &wrapper;
    assert_eq!(pair.get(1).0, 2);
    assert_eq!(pair.other(), 3);
    let left_out: &dyn Pair<u8> = pair;
    assert_eq!(left_out.extended(), size_of::<Box<dyn Pair<u8>>>());
}
