//! no: expected `,`

#![feature(return_type_notation)]

use macros::{Db, Pg, spawn};

#[faux::create]
struct Service<D> {
    db: D,
}

#[faux::methods]
impl<D: Db<get(..): Send> + Sync> Service<D> {
    pub fn lookup(&self, key: u32) -> u32 {
        spawn(self.db.get(key))
    }
}

fn main() {
    let mut service = Service::<Pg>::faux();
    faux::when!(service.lookup(1)).then_return(10);
    assert_eq!(service.lookup(1), 10);
}
