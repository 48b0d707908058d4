//! yes

#![feature(named_return_types)]

use macros::{Db, Pg, block_on, spawn};

#[trait_variant::make(SendCache: Send)]
trait Cache {
    async fn load(&self, key: u32) -> u32;
    async fn fill<D: Db<get: Send> + Sync>(&self, db: &D) -> u32;
}

struct Memory;

impl SendCache for Memory {
    async fn load(&self, key: u32) -> u32 {
        key + 1
    }
    async fn fill<D: Db<get: Send> + Sync>(&self, db: &D) -> u32 {
        SendCache::load(self, db.get(1).await).await
    }
}

fn main() {
    assert_eq!(block_on(Cache::load(&Memory, 1)), 2);
    assert_eq!(spawn(SendCache::fill(&Memory, &Pg)), 3);
}
