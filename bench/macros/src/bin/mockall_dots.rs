//! no: expected `,`

#![feature(return_type_notation)]

use macros::{Db, Pg, block_on};
use mockall::automock;

#[automock]
trait Cache {
    async fn fill<D: Db<get(..): Send> + Sync + 'static>(&self, db: D) -> u32;
}

async fn fill_from_pg(cache: &impl Cache) -> u32 {
    cache.fill(Pg).await
}

fn main() {
    let mut cache = MockCache::new();
    cache.expect_fill::<Pg>().return_const(3u32);
    assert_eq!(block_on(fill_from_pg(&cache)), 3);
}
