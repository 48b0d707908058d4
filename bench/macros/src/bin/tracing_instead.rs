//! yes
//! instead: `D: SendDb`

use macros::{Pg, SendDb, spawn};
use tracing::instrument;

#[instrument(skip(db))]
fn start<D: SendDb>(db: D, key: u32) -> u32 {
    spawn(async move { db.get(key).await })
}

fn main() {
    assert_eq!(start(Pg, 1), 2);
}
