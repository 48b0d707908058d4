//! yes
//! instead: `D: SendDb`

use enum_dispatch::enum_dispatch;
use macros::{Pg, SendDb, spawn};

#[enum_dispatch]
trait Cache {
    fn fill<D: SendDb>(&self, db: &D) -> u32;
}

struct Memory;

impl Cache for Memory {
    fn fill<D: SendDb>(&self, db: &D) -> u32 {
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
