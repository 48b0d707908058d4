//@ edition: 2024

#![feature(async_fn_in_dyn_trait, return_type_notation, dyn_placement)]
#![allow(incomplete_features)]

use std::boxed::Boxing;
use std::future::dyn_box;
use std::pin::Pin;

pub trait Fetch {
    fn fetch(&self, id: u32) -> impl Future<Output = u32>;
}

pub struct Echo;

impl Fetch for Echo {
    async fn fetch(&self, id: u32) -> u32 {
        id
    }
}

pub type Unsized = dyn Fetch<fetch(..): ?Sized>;

pub fn echo() -> Box<Unsized> {
    Box::new(Echo)
}

pub fn boxed(f: &Unsized, id: u32) -> Pin<Box<dyn Future<Output = u32> + '_>> {
    dyn_box!(f.fetch(id))
}

#[inline]
pub fn generic<T: Fetch + 'static>(t: &T) -> u32 {
    let f: &Unsized = Boxing::new(t);
    let mut future = boxed(f, 4);
    let mut cx = std::task::Context::from_waker(std::task::Waker::noop());
    match future.as_mut().poll(&mut cx) {
        std::task::Poll::Ready(ready) => ready,
        std::task::Poll::Pending => 0,
    }
}
