//! no: Cannot parse delegated method: Error("expected identifier, found keyword `async`")

#![feature(async_auto_trait_bounds)]

use delegate::delegate;
use macros::{Db, Pg, spawn};

struct Memory;

impl Memory {
    fn fill<D: Db + async Send + Sync>(&self, db: &D) -> u32 {
        spawn(db.get(1))
    }
}

struct Named {
    inner: Memory,
}

impl Named {
    delegate! {
        to self.inner {
            fn fill<D: Db + async Send + Sync>(&self, db: &D) -> u32;
        }
    }
}

fn main() {
    assert_eq!(Named { inner: Memory }.fill(&Pg), 2);
}
