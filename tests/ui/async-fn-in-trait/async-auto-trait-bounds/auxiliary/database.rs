//@ edition: 2024

// A library that asks for futures that are `Send`, all at once.

#![feature(async_auto_trait_bounds, auto_traits)]

use std::rc::Rc;

pub auto trait Mine {}

pub trait Connection<'c> {
    async fn ping(&self, x: &'c str) -> usize;
}
pub trait Database: for<'c> Connection<'c> {
    async fn get(&self, key: &str) -> usize;
    async fn typed<T>(&self, t: T) -> T;
    async fn cloned(&self)
    where
        Self: Clone,
    {
    }
    async fn open() -> Self;
}
pub trait SendDatabase: Database + async Send + async Mine {}
impl<D: Database + async Send + async Mine> SendDatabase for D {}

pub struct Memory;
impl Connection<'_> for Memory {
    async fn ping(&self, x: &str) -> usize {
        x.len()
    }
}
impl Database for Memory {
    async fn get(&self, key: &str) -> usize {
        key.len()
    }
    async fn typed<T>(&self, t: T) -> T {
        t
    }
    async fn open() -> Self {
        Memory
    }
}

pub struct NotSend;
impl Connection<'_> for NotSend {
    async fn ping(&self, x: &str) -> usize {
        x.len()
    }
}
impl Database for NotSend {
    async fn get(&self, key: &str) -> usize {
        let rc = Rc::new(key);
        self.ping("").await;
        rc.len()
    }
    async fn typed<T>(&self, t: T) -> T {
        t
    }
    async fn open() -> Self {
        NotSend
    }
}

pub fn in_background<D: Database + async Send>(_: D) {}
