//@ edition: 2024

#![feature(async_auto_trait_bounds, refine)]

pub trait Database {
    async fn get(&self, key: &str) -> u8;
}
pub trait SendDatabase: Database + async Send {}

pub fn in_background<D: Database + async Send>(_: D) {}

pub struct Memory;
impl Database for Memory {
    #[refine]
    fn get(&self, _: &str) -> std::future::Ready<u8> {
        std::future::ready(0)
    }
}
