//@ edition: 2024

#![feature(async_fn_in_dyn_trait, return_type_notation)]
#![allow(incomplete_features)]

pub trait Remote {
    fn fetch(&self, id: u32) -> impl Future<Output = u8>;
    fn connect(&self) -> impl Future<Output = u8>;
}

pub fn takes(_: &dyn Remote) {}
pub fn takes_send(_: Box<dyn Remote<fetch(..): Send> + Sync>) {}
