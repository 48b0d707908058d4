//@ check-pass
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A method of a `dyn` type that lacks its trait, by a path whose self type is a projection to it.

#![feature(dyn_method_scope)]
#![allow(dead_code)]

trait Store {
    fn get(&self, id: u32) -> u32;
    fn generic<T>(&self, t: T);
}

trait Same {
    type Same: ?Sized;
}

impl<T: ?Sized> Same for T {
    type Same = T;
}

fn by_trait(f: &dyn Store) -> u32 {
    <<dyn Store as Same>::Same>::get(f, 1)
}

fn by_bound<T: Same<Same = dyn Store>>(f: &T::Same) -> u32 {
    <T::Same>::get(f, 1)
}

trait HasStore {
    type Store: ?Sized;
    fn first(f: &Self::Store) -> u32;
}

impl HasStore for u8 {
    type Store = dyn Store;
    fn first(f: &Self::Store) -> u32 {
        Self::Store::get(f, 1)
    }
}

fn main() {}
