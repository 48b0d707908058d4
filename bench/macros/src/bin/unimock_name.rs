//! yes

#![feature(named_return_types)]

use macros::{Db, Pg, block_on};
use unimock::{MockFn, Unimock, matching, unimock};

#[unimock(api = CacheMock)]
trait Cache {
    async fn fill<D: Db<get: Send> + Sync + 'static>(&self, db: D) -> u32;
}

async fn fill_from_pg(cache: &impl Cache) -> u32 {
    cache.fill(Pg).await
}

fn main() {
    let cache =
        Unimock::new(CacheMock::fill.with_types::<Pg>().next_call(matching!(_)).returns(3u32));
    assert_eq!(block_on(fill_from_pg(&cache)), 3);
}
