//! yes
//! instead: `D: SendDb`; a subtrait `SendCache: Cache + async Send`

#![feature(async_auto_trait_bounds)]

use macros::{Pg, SendDb, spawn};
use mockall::automock;

#[automock]
trait Cache {
    async fn load(&self, key: u32) -> u32;
    fn fill<D: SendDb>(&mut self, db: D);
}

trait SendCache: Cache + async Send + Sync {}
impl<C: Cache + async Send + Sync> SendCache for C {}

fn warm_up(mut cache: impl SendCache) -> u32 {
    cache.fill(Pg);
    spawn(async move { cache.load(1).await + cache.load(2).await })
}

fn main() {
    let mut cache = MockCache::new();
    cache.expect_fill::<Pg>().once().return_const(());
    cache.expect_load().times(2).returning(|key| 10 * key);
    assert_eq!(warm_up(cache), 30);
}
