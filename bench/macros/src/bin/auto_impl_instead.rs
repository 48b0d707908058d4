//! yes
//! instead: `D: SendDb`; a subtrait `SendCache: Cache + async Send`

#![feature(async_auto_trait_bounds)]

use auto_impl::auto_impl;
use macros::{Pg, SendDb, spawn};

#[auto_impl(&, Box)]
trait Cache {
    async fn load(&self, key: u32) -> u32;
    fn fill<D: SendDb>(&self, db: &D) -> u32;
}

trait SendCache: Cache + async Send + Sync {}
impl<C: Cache + async Send + Sync> SendCache for C {}

struct Memory;

impl Cache for Memory {
    async fn load(&self, key: u32) -> u32 {
        key + 1
    }
    fn fill<D: SendDb>(&self, db: &D) -> u32 {
        spawn(db.get(1))
    }
}

fn warm_up(cache: impl SendCache) -> u32 {
    let key = cache.fill(&Pg);
    spawn(async move { cache.load(key).await })
}

fn main() {
    assert_eq!(warm_up(Box::new(Memory)), 3);
}
