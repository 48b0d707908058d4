//! yes
//! instead: `D: SendDb`

use ambassador::{Delegate, delegatable_trait};
use macros::{Pg, SendDb, spawn};

#[delegatable_trait]
trait Cache {
    fn fill<D: SendDb>(&self, db: &D) -> u32;
}

struct Memory;

impl Cache for Memory {
    fn fill<D: SendDb>(&self, db: &D) -> u32 {
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
