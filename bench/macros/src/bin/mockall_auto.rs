//! no: expected identifier, found keyword `async`

#![feature(async_auto_trait_bounds)]

use macros::spawn;
use mockall::automock;

#[automock]
trait Cache: async Send + Sync {
    async fn load(&self, key: u32) -> u32;
}

fn sum(cache: impl Cache) -> u32 {
    spawn(async move { cache.load(1).await + cache.load(2).await })
}

fn main() {
    let mut cache = MockCache::new();
    cache.expect_load().times(2).returning(|key| 10 * key);
    assert_eq!(sum(cache), 30);
}
