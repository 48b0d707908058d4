//! yes

#![feature(async_fn_in_dyn_trait)]

use std::boxed::Boxing;

use macros::{Db, block_on};

#[faux::create]
struct Remote {
    offset: u32,
}

#[faux::methods]
impl Db for Remote {
    async fn get(&self, key: u32) -> u32 {
        self.offset + key
    }
}

fn main() {
    let mut remote = Remote::faux();
    faux::when!(remote.get(1)).then_return(10);
    let db: Box<dyn Db> = Boxing::new(Box::new(remote));
    assert_eq!(block_on(db.get(1)), 10);
}
