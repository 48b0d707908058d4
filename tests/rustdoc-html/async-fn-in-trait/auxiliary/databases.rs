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

// What it returns has a bound on what that returns, and so on.
pub trait Step {
    fn next(&self) -> impl Step + async Send;
}
impl Step for u8 {
    #[refine]
    fn next(&self) -> u8 {
        1
    }
}
pub fn next() -> impl Step + async Send {
    1u8
}
