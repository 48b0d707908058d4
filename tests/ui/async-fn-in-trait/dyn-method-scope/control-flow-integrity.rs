//@ run-pass
//@ aux-build: foreign_store.rs
//@ edition: 2024
//@ revisions: cfi kcfi
// FIXME(#122848) Remove only-linux once OSX CFI binaries work
//@ only-linux
//@ ignore-backends: gcc
//@ [cfi] needs-sanitizer-cfi
//@ [kcfi] needs-sanitizer-kcfi
//@ compile-flags: -C target-feature=-crt-static -C unsafe-allow-abi-mismatch=sanitizer
//@ [cfi] compile-flags: -C codegen-units=1 -C lto -C prefer-dynamic=off -C opt-level=0
//@ [cfi] compile-flags: -Z sanitizer=cfi
//@ [kcfi] compile-flags: -Z sanitizer=kcfi
//@ [kcfi] compile-flags: -C panic=abort -Z panic-abort-tests -C prefer-dynamic=off

// A call of a `dyn` type that does not implement its trait and what is in the vtable agree about
// the type of the function, also if it leaves out associated types.

#![feature(dyn_method_scope)]
#![allow(dead_code)]

use std::rc::Rc;

trait Base {
    type Error;
    fn base(&self) -> Result<u32, Self::Error>;
    fn generic<T>(&self) {}
}

trait Source: Base {
    type Item;
    type Row<'a>
    where
        Self: 'a;
    fn next(&self) -> Self::Item;
    fn is_empty(&self) -> bool {
        true
    }
    fn row(&self) -> Self::Row<'_>;
    fn shared(self: Rc<Self>) -> u32;
    fn boxed(self: Box<Self>) -> u32;
    fn copy(&self) -> Self;
}

struct Value(u32);

impl Base for Value {
    type Error = String;
    fn base(&self) -> Result<u32, String> {
        Ok(self.0)
    }
}

impl Source for Value {
    type Item = u8;
    type Row<'a> = &'a u32;
    fn next(&self) -> u8 {
        self.0 as u8
    }
    fn row(&self) -> &u32 {
        &self.0
    }
    fn shared(self: Rc<Self>) -> u32 {
        self.0
    }
    fn boxed(self: Box<Self>) -> u32 {
        self.0
    }
    fn copy(&self) -> Value {
        Value(self.0)
    }
}

type Next<'d> = fn(&(dyn Source<Item = u8> + 'd)) -> u8;

fn main() {
    let all: Box<dyn Source<Item = u8, Error = String>> = Box::new(Value(5));
    assert_eq!((all.next(), all.is_empty(), all.base()), (5, true, Ok(5)));
    let some: Box<dyn Source<Item = u8>> = all;
    assert_eq!((some.next(), some.is_empty()), (5, true));
    let none: Box<dyn Source> = some;
    assert!(none.is_empty());
    assert_eq!(none.boxed(), 5);
    let shared: Rc<dyn Source> = Rc::new(Value(6));
    assert_eq!(shared.clone().shared(), 6);
    let base: Rc<dyn Base<Error = String>> = Rc::new(Value(7));
    assert_eq!(base.base(), Ok(7));

    let f: Next<'_> = <dyn Source<Item = u8>>::next;
    assert_eq!(f(&Value(8)), 8);
    let f: fn(&Value) -> u8 = <Value as Source>::next;
    assert_eq!(f(&Value(9)), 9);
    let f: fn(&Value) -> Value = <Value as Source>::copy;
    assert_eq!(f(&Value(9)).0, 9);
    let f: fn(&Value) -> &u32 = <Value as Source>::row;
    assert_eq!(*f(&Value(9)), 9);
}
