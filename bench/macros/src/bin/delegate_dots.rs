//! no: Cannot parse delegated method: Error("expected `,`")

#![feature(return_type_notation)]

use delegate::delegate;
use macros::{Db, Pg, spawn};

struct Memory;

impl Memory {
    fn fill<D: Db<get(..): Send> + Sync>(&self, db: &D) -> u32 {
        spawn(db.get(1))
    }
}

struct Named {
    inner: Memory,
}

impl Named {
    delegate! {
        to self.inner {
            fn fill<D: Db<get(..): Send> + Sync>(&self, db: &D) -> u32;
        }
    }
}

fn main() {
    assert_eq!(Named { inner: Memory }.fill(&Pg), 2);
}
