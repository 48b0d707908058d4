//! no: expected `,`

#![feature(return_type_notation)]

use async_recursion::async_recursion;
use macros::{Db, Pg, spawn};

#[async_recursion]
async fn sum<D: Db<get(..): Send> + Sync>(db: &D, keys: u32) -> u32 {
    if keys == 0 { 0 } else { db.get(keys).await + sum(db, keys - 1).await }
}

fn main() {
    assert_eq!(spawn(sum(&Pg, 2)), 6);
}
