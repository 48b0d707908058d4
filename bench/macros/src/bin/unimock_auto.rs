//! no: expected identifier, found keyword `async`

#![feature(async_auto_trait_bounds)]

use macros::spawn;
use unimock::{MockFn, Unimock, matching, unimock};

#[unimock(api = CacheMock)]
trait Cache: async Send + Sync {
    async fn load(&self, key: u32) -> u32;
}

fn next(cache: &impl Cache) -> u32 {
    spawn(async { cache.load(1).await + 1 })
}

fn main() {
    let cache = Unimock::new(CacheMock::load.next_call(matching!(1)).returns(10u32));
    assert_eq!(next(&cache), 11);
}
