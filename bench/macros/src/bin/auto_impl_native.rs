//! yes

use auto_impl::auto_impl;
use macros::block_on;

#[auto_impl(&, Box, Arc)]
trait Cache {
    async fn load(&self, key: u32) -> u32;
}

struct Memory;

impl Cache for Memory {
    async fn load(&self, key: u32) -> u32 {
        key + 1
    }
}

async fn sum(cache: impl Cache) -> u32 {
    cache.load(1).await + cache.load(2).await
}

fn main() {
    assert_eq!(block_on(sum(&Memory)), 5);
    assert_eq!(block_on(sum(Box::new(Memory))), 5);
}
