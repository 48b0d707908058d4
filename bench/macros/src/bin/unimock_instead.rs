//! yes
//! instead: `D: SendDb`; a subtrait `SendCache: Cache + async Send`

#![feature(async_auto_trait_bounds)]

use macros::{Pg, SendDb, spawn};
use unimock::{MockFn, Unimock, matching, unimock};

#[unimock(api = CacheMock)]
trait Cache {
    async fn load(&self, key: u32) -> u32;
    fn fill<D: SendDb>(&self, db: D);
}

trait SendCache: Cache + async Send + Sync {}
impl<C: Cache + async Send + Sync> SendCache for C {}

fn warm_up(cache: &impl SendCache) -> u32 {
    cache.fill(Pg);
    spawn(cache.load(1))
}

fn main() {
    let cache = Unimock::new((
        CacheMock::fill.with_types::<Pg>().next_call(matching!(_)).returns(()),
        CacheMock::load.next_call(matching!(1)).returns(10u32),
    ));
    assert_eq!(warm_up(&cache), 10);
}
