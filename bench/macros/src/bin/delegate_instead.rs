//! yes
//! instead: `D: SendDb`

use delegate::delegate;
use macros::{Pg, SendDb, spawn};

struct Memory;

impl Memory {
    fn fill<D: SendDb>(&self, db: &D) -> u32 {
        spawn(db.get(1))
    }
}

struct Named {
    inner: Memory,
}

impl Named {
    delegate! {
        to self.inner {
            fn fill<D: SendDb>(&self, db: &D) -> u32;
        }
    }
}

fn main() {
    assert_eq!(Named { inner: Memory }.fill(&Pg), 2);
}
