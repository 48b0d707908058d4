//! yes
//! instead: `D: SendDb`; a trait `Cache: async Send` does without the macro

use macros::{Pg, SendDb, block_on, spawn};

#[trait_variant::make(SendCache: Send)]
trait Cache {
    async fn load(&self, key: u32) -> u32;
    async fn fill<D: SendDb>(&self, db: &D) -> u32;
}

struct Memory;

impl SendCache for Memory {
    async fn load(&self, key: u32) -> u32 {
        key + 1
    }
    async fn fill<D: SendDb>(&self, db: &D) -> u32 {
        SendCache::load(self, db.get(1).await).await
    }
}

fn main() {
    assert_eq!(block_on(Cache::load(&Memory, 1)), 2);
    assert_eq!(spawn(SendCache::fill(&Memory, &Pg)), 3);
}
