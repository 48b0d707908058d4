//! yes

#![feature(async_fn_in_dyn_trait)]

use std::boxed::Boxing;

use delegate::delegate;
use macros::{Db, Pg, block_on};

struct Logged {
    inner: Box<dyn Db>,
}

impl Db for Logged {
    delegate! {
        to self.inner {
            async fn get(&self, key: u32) -> u32;
        }
    }
}

fn main() {
    let pg: Box<dyn Db> = Boxing::new(Box::new(Pg));
    let logged: Box<dyn Db> = Boxing::new(Box::new(Logged { inner: pg }));
    assert_eq!(block_on(logged.get(1)), 2);
}
