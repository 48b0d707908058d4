//! yes

#![feature(async_fn_in_dyn_trait)]

use std::boxed::Boxing;

use async_recursion::async_recursion;
use macros::{Db, Pg, block_on};

#[async_recursion(?Send)]
async fn sum(db: &dyn Db, keys: u32) -> u32 {
    if keys == 0 { 0 } else { db.get(keys).await + sum(db, keys - 1).await }
}

fn main() {
    assert_eq!(block_on(sum(Boxing::new(&Pg), 2)), 6);
}
