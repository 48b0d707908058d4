//! yes

#![feature(async_fn_in_dyn_trait)]

use std::boxed::Boxing;

use macros::block_on;
use unimock::{MockFn, Unimock, matching, unimock};

#[unimock(api = CacheMock)]
trait Cache {
    async fn load(&self, key: u32) -> u32;
}

async fn next(cache: Box<dyn Cache>) -> u32 {
    cache.load(1).await + 1
}

fn main() {
    let cache = Unimock::new(CacheMock::load.next_call(matching!(1)).returns(10u32));
    assert_eq!(block_on(next(Boxing::new(Box::new(cache)))), 11);
}
