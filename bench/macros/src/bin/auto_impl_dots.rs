//! no: expected `,`

#![feature(return_type_notation)]

use auto_impl::auto_impl;
use macros::{Db, Pg, spawn};

#[auto_impl(&, Box)]
trait Cache {
    fn fill<D: Db<get(..): Send> + Sync>(&self, db: &D) -> u32;
}

struct Memory;

impl Cache for Memory {
    fn fill<D: Db<get(..): Send> + Sync>(&self, db: &D) -> u32 {
        spawn(db.get(1))
    }
}

fn main() {
    assert_eq!(Cache::fill(&Box::new(Memory), &Pg), 2);
}
