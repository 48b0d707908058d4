//! yes
//! instead: `D: SendDb`

use macros::{Pg, SendDb, spawn};

#[mry::mry]
struct Service<D> {
    db: D,
}

#[mry::mry]
impl<D: SendDb> Service<D> {
    fn lookup(&self, key: u32) -> u32 {
        spawn(self.db.get(key))
    }
}

fn main() {
    let mut service = mry::new!(Service { db: Pg });
    service.mock_lookup(1).returns(10);
    assert_eq!(service.lookup(1), 10);
}
