//! no: called `Result::unwrap()` on an `Err` value: ()

#![feature(async_auto_trait_bounds)]

use enum_dispatch::enum_dispatch;
use macros::{Db, Pg, spawn};

#[enum_dispatch]
trait Cache {
    fn fill<D: Db + async Send + Sync>(&self, db: &D) -> u32;
}

struct Memory;

impl Cache for Memory {
    fn fill<D: Db + async Send + Sync>(&self, db: &D) -> u32 {
        spawn(db.get(1))
    }
}

#[enum_dispatch(Cache)]
enum Any {
    Memory,
}

fn main() {
    assert_eq!(Any::from(Memory).fill(&Pg), 2);
}
