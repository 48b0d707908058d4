//@ run-pass
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// An associated type that is said for all lifetimes, wherever a method mentions it: within further
// binders, and beside arguments that have binders of their own.

#![feature(dyn_method_scope)]
#![allow(dead_code)]

trait Row<'a> {
    type Out;
    fn map<R>(&self, _: impl Fn(Self::Out) -> R) -> Option<R> {
        None
    }
}

trait Table: for<'a> Row<'a, Out = &'a str> {
    fn rows(&self) -> Box<dyn Iterator<Item = <Self as Row<'_>>::Out> + '_>;
    fn each(&self, f: &mut dyn for<'b> FnMut(<Self as Row<'b>>::Out));
}

struct Words(String);

impl<'a> Row<'a> for Words {
    type Out = &'a str;
}

impl Table for Words {
    fn rows(&self) -> Box<dyn Iterator<Item = &str> + '_> {
        Box::new(self.0.split(' '))
    }
    fn each(&self, f: &mut dyn FnMut(&str)) {
        self.rows().for_each(f)
    }
}

fn count(t: &dyn Table) -> usize {
    let mut count = 0;
    t.each(&mut |word| count += word.len());
    count + t.rows().count()
}

trait Handler<'a, F> {
    type Out;
    fn call(&self, f: F, s: &'a str) -> Self::Out;
    fn generic<R>(&self) {}
}

struct Echo;

impl<'a, F> Handler<'a, F> for Echo {
    type Out = &'a str;
    fn call(&self, _: F, s: &'a str) -> &'a str {
        s
    }
}

fn with_fn(d: &dyn for<'a> Handler<'a, fn(u8), Out = &'a str>) -> usize {
    d.call(|_| (), &String::from("of a function")).len()
}

fn with_dyn(d: &dyn for<'a> Handler<'a, Box<dyn Fn(&u8)>, Out = &'a str>) -> usize {
    d.call(Box::new(|_| ()), &String::from("of a box")).len()
}

fn main() {
    assert_eq!(count(&Words("a bc def".to_string())), 6 + 3);
    assert_eq!((with_fn(&Echo), with_dyn(&Echo)), (13, 8));
}
