//! no: expected identifier, found keyword `async`

#![feature(async_auto_trait_bounds)]

use macros::{Db, Pg, spawn};
use tracing::instrument;

#[instrument(skip(db))]
fn start<D: Db + async Send + Sync + 'static>(db: D, key: u32) -> u32 {
    spawn(async move { db.get(key).await })
}

fn main() {
    assert_eq!(start(Pg, 1), 2);
}
