//! yes

use delegate::delegate;
use macros::{Db, Pg, block_on};

struct Logged<D> {
    inner: D,
}

impl<D: Db> Db for Logged<D> {
    delegate! {
        to self.inner {
            async fn get(&self, key: u32) -> u32;
        }
    }
}

fn main() {
    assert_eq!(block_on(Logged { inner: Pg }.get(1)), 2);
}
