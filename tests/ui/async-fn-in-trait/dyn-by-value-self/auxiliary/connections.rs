//@ edition: 2024

// A library whose users need no gate.

#![feature(async_fn_in_dyn_trait, dyn_by_value_self)]
#![allow(incomplete_features)]

use std::boxed::Boxing;

pub trait Connection {
    fn id(self) -> u32;
    async fn close(self) -> u32;
}

pub fn boxed<'a>(connection: impl Connection + 'a) -> Box<dyn Connection + 'a> {
    Boxing::new(Box::new(connection))
}

pub fn id(connection: Box<dyn Connection + '_>) -> u32 {
    connection.id()
}

pub async fn close(connection: Box<dyn Connection + '_>) -> u32 {
    connection.close().await
}

#[inline]
pub async fn close_inline(connection: Box<dyn Connection + '_>) -> u32 {
    connection.close().await
}

pub async fn generic<C>(connection: C, close: impl AsyncFnOnce(C) -> u32) -> u32 {
    close(connection).await
}
