//! yes

#![feature(async_fn_in_dyn_trait)]

use std::boxed::Boxing;

use macros::{Db, block_on};
use tracing::instrument;

struct Memory;

impl Db for Memory {
    #[instrument(skip(self))]
    async fn get(&self, key: u32) -> u32 {
        key + 1
    }
}

#[instrument(skip(db))]
async fn sum(db: &dyn Db) -> u32 {
    db.get(1).await + db.get(2).await
}

fn main() {
    assert_eq!(block_on(sum(Boxing::new(&Memory))), 5);
}
