//! yes

use macros::block_on;

#[mry::mry]
trait Cache {
    async fn load(&self, key: u32) -> u32;
}

async fn next(cache: &impl Cache) -> u32 {
    cache.load(1).await + 1
}

fn main() {
    let mut cache = MockCache::default();
    cache.mock_load(1).returns(10);
    assert_eq!(block_on(next(&cache)), 11);
}
