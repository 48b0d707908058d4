//! no: expected `fn`

#![feature(return_type_notation)]

use macros::{Db, Pg, spawn};

#[mry::mry]
struct Service<D> {
    db: D,
}

#[mry::mry]
impl<D: Db<get(..): Send> + Sync + 'static> Service<D> {
    fn lookup(&self, key: u32) -> u32 {
        spawn(self.db.get(key))
    }
}

fn main() {
    let mut service = mry::new!(Service { db: Pg });
    service.mock_lookup(1).returns(10);
    assert_eq!(service.lookup(1), 10);
}
