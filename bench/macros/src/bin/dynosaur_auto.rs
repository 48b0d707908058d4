//! no: expected identifier, found keyword `async`

#![feature(async_auto_trait_bounds, async_fn_in_dyn_trait)]

use std::boxed::Boxing;

use dynosaur::dynosaur;
use macros::{Db, Pg, block_on, spawn};

#[dynosaur(DynQuery = dyn(box) Query)]
trait Query {
    async fn run(&self, db: &(dyn Db + async Send + Sync)) -> u32;
}

struct Key(u32);

impl Query for Key {
    async fn run(&self, db: &(dyn Db + async Send + Sync)) -> u32 {
        spawn(db.get(self.0))
    }
}

fn main() {
    let query: Box<DynQuery> = DynQuery::new_box(Key(1));
    assert_eq!(block_on(query.run(Boxing::new(&Pg))), 2);
}
