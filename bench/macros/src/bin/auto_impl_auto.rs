//! no: expected identifier, found keyword `async`

#![feature(async_auto_trait_bounds)]

use auto_impl::auto_impl;
use macros::spawn;

#[auto_impl(&, Box)]
trait Cache: async Send + Sync {
    async fn load(&self, key: u32) -> u32;
}

struct Memory;

impl Cache for Memory {
    async fn load(&self, key: u32) -> u32 {
        key + 1
    }
}

fn sum(cache: impl Cache) -> u32 {
    spawn(async move { cache.load(1).await + cache.load(2).await })
}

fn main() {
    assert_eq!(sum(Box::new(Memory)), 5);
}
