//! yes

use macros::{Db, block_on};
use tracing::instrument;

struct Memory;

impl Db for Memory {
    #[instrument(skip(self))]
    async fn get(&self, key: u32) -> u32 {
        key + 1
    }
}

fn main() {
    assert_eq!(block_on(Memory.get(1)), 2);
}
