//! yes

#![feature(named_return_types)]

use macros::{Db, Pg, spawn};
use tracing::instrument;

#[instrument(skip(db))]
fn start<D: Db<get: Send> + Send + Sync + 'static>(db: D, key: u32) -> u32 {
    spawn(async move { db.get(key).await })
}

fn main() {
    assert_eq!(start(Pg, 1), 2);
}
