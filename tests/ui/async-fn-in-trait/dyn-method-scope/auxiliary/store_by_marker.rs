//@ edition: 2024

// A blanket impl that no `dyn` type can meet, as nobody but this crate could implement
// `Marker<u8>` for it.

#![feature(dyn_method_scope)]

pub trait Marker<U> {}

pub trait Store {
    fn get(&self) -> u8;
    fn generic<R>(&self) {}
}
impl<T: ?Sized + Marker<u8>> Store for T {
    fn get(&self) -> u8 {
        1
    }
}

struct Marked;
impl Marker<u8> for Marked {}

// What is generic is compiled by who uses it.
pub fn get<R>(other: R) -> (u8, R) {
    let store: &dyn Store = &Marked;
    (store.get(), other)
}
