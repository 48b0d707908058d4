//@ run-pass
//@ edition: 2024
//@ revisions: current next optimized
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally
//@[optimized] compile-flags: -Copt-level=3 -Zmir-opt-level=4 -Zvalidate-mir

// Methods of a `dyn` type whose trait has others, and of its supertraits, which lack something in
// turn: each call reaches the method that it names, before and after upcasting, also as a function
// value.

#![feature(dyn_method_scope)]
#![allow(dead_code)]

use std::fmt::Debug;
use std::rc::Rc;

trait A {
    fn a(&self) -> u32;
    fn a_generic<T>(&self, _: T) -> u32 {
        0
    }
    fn a2(&self, more: u32) -> u32 {
        self.a() + more
    }
}

trait B {
    const NAME: &'static str;
    fn new() -> Self
    where
        Self: Sized;
    fn b_static() -> u32 {
        7
    }
    fn b(&self) -> u32;
    fn b_same(&self, _: &Self) {}
}

trait Complete {
    fn complete(&self) -> u32;
}

trait Sub: A + B + Complete + Debug {
    fn pick(&self) -> u32;
    fn generic<R>(&self, f: impl Fn(u32) -> R) -> R {
        f(self.pick())
    }
    fn last(self: Rc<Self>) -> u32;
}

#[derive(Debug)]
struct Value(u32);

impl A for Value {
    fn a(&self) -> u32 {
        self.0 + 1
    }
}

impl B for Value {
    const NAME: &'static str = "value";
    fn new() -> Value {
        Value(10)
    }
    fn b(&self) -> u32 {
        self.0 + 2
    }
}

impl Complete for Value {
    fn complete(&self) -> u32 {
        self.0 + 3
    }
}

impl Sub for Value {
    fn pick(&self) -> u32 {
        self.0 + 4
    }
    fn last(self: Rc<Self>) -> u32 {
        self.0 + 5
    }
}

type WithNumber<'d> = fn(&(dyn Sub + 'd), u32) -> u32;

fn complete<T: Complete + Debug + ?Sized>(value: &T) -> String {
    format!("{} {value:?}", value.complete())
}

fn main() {
    let value = Value::new();
    assert_eq!(Value::NAME, "value");
    let sub: &dyn Sub = &value;
    assert_eq!(sub.a(), 11);
    assert_eq!(sub.a2(5), 16);
    assert_eq!(sub.b(), 12);
    assert_eq!(sub.complete(), 13);
    assert_eq!(sub.pick(), 14);
    assert_eq!(format!("{sub:?}"), "Value(10)");
    assert_eq!(complete(sub), "13 Value(10)");

    let a: &dyn A = sub;
    assert_eq!((a.a(), a.a2(1)), (11, 12));
    let b: &dyn B = sub;
    assert_eq!(b.b(), 12);
    let debug: &dyn Debug = sub;
    assert_eq!(format!("{debug:?}"), "Value(10)");
    let all: &dyn Complete = sub;
    assert_eq!(complete_only(all), 13);

    let send: Box<dyn Sub + Send + Sync> = Box::new(Value(20));
    let less: Box<dyn Sub> = send;
    assert_eq!(less.pick(), 24);
    let shared: Rc<dyn Sub> = Rc::new(Value(30));
    assert_eq!(shared.clone().last(), 35);

    assert_eq!(<dyn Sub>::pick(sub), 14);
    assert_eq!(<dyn Sub>::a(sub), 11);
    let f = <dyn Sub>::b;
    assert_eq!(f(sub), 12);
    let f: WithNumber<'_> = <dyn Sub>::a2;
    assert_eq!(f(sub, 1), 12);
    let all: Vec<&dyn Sub> = vec![sub, &*shared];
    assert_eq!(all.into_iter().map(<dyn Sub>::pick).sum::<u32>(), 48);
    assert_eq!(sub.generic_on_dyn(), 15);
}

fn complete_only<T: Complete + ?Sized>(value: &T) -> u32 {
    value.complete()
}

impl dyn Sub + '_ {
    fn generic_on_dyn(&self) -> u32 {
        Self::pick(self) + 1
    }
}
