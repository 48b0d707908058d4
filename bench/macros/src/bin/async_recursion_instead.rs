//! yes
//! instead: `Box::pin(self.get(key - 1)).await` in a method, without the macro; `D: SendDb`

use async_recursion::async_recursion;
use macros::{Db, SendDb, spawn};

struct Tree;

impl Db for Tree {
    async fn get(&self, key: u32) -> u32 {
        if key == 0 { 1 } else { 2 * Box::pin(self.get(key - 1)).await }
    }
}

#[async_recursion]
async fn sum<D: SendDb>(db: &D, keys: u32) -> u32 {
    if keys == 0 { 0 } else { db.get(keys).await + sum(db, keys - 1).await }
}

fn main() {
    assert_eq!(spawn(sum(&Tree, 2)), 6);
}
