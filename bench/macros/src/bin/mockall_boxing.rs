//! yes

#![feature(async_fn_in_dyn_trait)]

use std::boxed::Boxing;

use macros::block_on;
use mockall::automock;

#[automock]
trait Cache {
    async fn load(&self, key: u32) -> u32;
}

async fn sum(cache: Box<dyn Cache>) -> u32 {
    cache.load(1).await + cache.load(2).await
}

fn main() {
    let mut cache = MockCache::new();
    cache.expect_load().times(2).returning(|key| 10 * key);
    assert_eq!(block_on(sum(Boxing::new(Box::new(cache)))), 30);
}
