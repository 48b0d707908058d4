//@ edition: 2024

// A supertrait's argument is a future that no `dyn` type has.

#![feature(dyn_method_scope, named_return_types)]
#![allow(async_fn_in_trait)]

pub trait Other {
    type Item;
}
pub trait Copying: 'static {
    async fn copy(&self) -> Self;
}
pub trait Store: Copying + Other<Item = <Self as Copying>::copy<'static>> {
    fn get(&self) -> u8;
}

struct Value;
impl Other for Value {
    type Item = <Value as Copying>::copy<'static>;
}
impl Copying for Value {
    async fn copy(&self) -> Self {
        Value
    }
}
impl Store for Value {
    fn get(&self) -> u8 {
        3
    }
}

// What is generic is compiled by who uses it.
pub fn get<R>(other: R) -> (u8, R) {
    let store: Box<dyn Store> = Box::new(Value);
    (store.get(), other)
}
