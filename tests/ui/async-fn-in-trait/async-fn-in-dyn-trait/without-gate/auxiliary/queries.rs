//@ edition: 2024

// A crate with the gate, which another crate uses that has none.

#![feature(async_fn_in_dyn_trait, return_type_notation, async_auto_trait_bounds)]
#![allow(incomplete_features, async_fn_in_trait)]

use std::boxed::Boxing;

pub trait Query<T> {
    async fn dispatch(&self, value: T) -> T;
}
pub struct Echo;
impl<T> Query<T> for Echo {
    async fn dispatch(&self, value: T) -> T {
        std::future::ready(()).await;
        value
    }
}

pub type DynQuery<T> = dyn Query<T, dispatch(..): Send> + Send + Sync;

pub fn echo() -> Box<DynQuery<u32>> {
    Boxing::new(Box::new(Echo))
}
pub fn plain() -> Box<dyn Query<u32>> {
    Boxing::new(Box::new(Echo))
}
pub fn all() -> Box<dyn Query<u32> + Sync + async Send> {
    Boxing::new(Box::new(Echo))
}

// Futures that hold another, of a method that was called through a `dyn`.
pub async fn run() -> u32 {
    let query = echo();
    query.dispatch(1).await
}
pub async fn generic<T: Send>(query: &DynQuery<T>, value: T) -> T {
    query.dispatch(value).await
}
#[inline(always)]
pub async fn inlined(value: u32) -> u32 {
    let query = all();
    query.dispatch(value).await
}
pub async fn not_send() -> u32 {
    let query = plain();
    query.dispatch(3).await
}
pub fn make<T, Q: Query<T> + 'static>(query: Q) -> Box<dyn Query<T>> {
    Boxing::new(Box::new(query))
}
