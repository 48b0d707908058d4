//! no: called `Result::unwrap()` on an `Err` value: Error("expected `,`")

#![feature(return_type_notation)]

use ambassador::{Delegate, delegatable_trait};
use macros::{Db, Pg, spawn};

#[delegatable_trait]
trait Cache {
    fn fill<D: Db<get(..): Send> + Sync>(&self, db: &D) -> u32;
}

struct Memory;

impl Cache for Memory {
    fn fill<D: Db<get(..): Send> + Sync>(&self, db: &D) -> u32 {
        spawn(db.get(1))
    }
}

#[derive(Delegate)]
#[delegate(Cache, target = "inner")]
struct Named {
    inner: Memory,
}

fn main() {
    assert_eq!(Named { inner: Memory }.fill(&Pg), 2);
}
