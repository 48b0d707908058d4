//! no: lifetime parameters or bounds on method `get` do not match

use async_recursion::async_recursion;
use macros::{Db, block_on};

struct Tree;

impl Db for Tree {
    #[async_recursion(?Send)]
    async fn get(&self, key: u32) -> u32 {
        if key == 0 { 1 } else { 2 * self.get(key - 1).await }
    }
}

fn main() {
    assert_eq!(block_on(Tree.get(3)), 8);
}
