//@ run-pass
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A blanket impl does not cover a `dyn` type because another one has been asked before.

#![feature(dyn_method_scope)]
#![allow(dead_code)]

trait Marker {}
trait A<T> {}
impl<T: ?Sized + Marker> A<u8> for T {}
impl<T: ?Sized + Marker> A<u16> for T {}

trait Store {
    fn get(&self) -> u8;
    fn generic<R>(&self) {}
}
impl<T: ?Sized + A<u8>> Store for T {
    fn get(&self) -> u8 {
        1
    }
}

struct X;
impl Marker for X {}

fn main() {
    let store: &dyn Store = &X;
    assert_eq!(store.get(), 1);
}
