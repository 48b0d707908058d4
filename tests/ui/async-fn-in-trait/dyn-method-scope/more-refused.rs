//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// What else is checked of a call: where-clauses of the method, `final` methods, bounds of what the
// type says of associated types, and supertraits that are there several times.

#![feature(dyn_method_scope, final_associated_functions)]

trait Store<T = u8> {
    type Item: Copy;
    fn get(&self) -> Self::Item;
    fn generic<U>(&self, value: U) -> U;
    fn send(&self) where Self: Send;
    fn fixed(&self) where T: NotImplemented {}
    fn store(&self, other: &dyn Store<Item = u8>) -> u8 {
        other.get()
    }
    final fn last(&self) -> u8 {
        self.generic(1)
    }
}

trait NotImplemented {}

trait Super<T> {
    fn super_(&self, _: T);
    fn generic<U>(&self) {}
}

trait Twice: Super<u8> + Super<u16> {}

fn calls(s: &dyn Store<Item = u8>, sync: &(dyn Store<Item = u8> + Send)) {
    s.get();
    s.store(s);
    s.send(); //~ ERROR cannot be sent between threads safely
    sync.send();
    s.fixed(); //~ ERROR the trait bound `u8: NotImplemented` is not satisfied
    s.last(); //~ ERROR the method `last` can't be used on `dyn Store<Item = u8>`
}

fn not_copy(s: &dyn Store<Item = String>) {} //~ ERROR the trait bound `String: Copy` is not satisfied

fn not_sized(s: &dyn Store<Item = str>) {}
//~^ ERROR the trait bound `str: Copy` is not satisfied

fn twice(s: &dyn Twice) {
    let eight: &dyn Super<u8> = s;
    eight.super_(1);
    s.super_(1u16); //~ ERROR the trait bound `dyn Twice: Super<_>` is not satisfied
}

fn main() {}
