//! yes

#![feature(return_type_notation)]

use downcast_rs::{Downcast, impl_downcast};
use macros::{Db, Pg, spawn};

trait Query<D: Db<get(..): Send>>: Downcast {
    fn run(&self, db: &D) -> u32;
}

impl_downcast!(Query<D> where D: Db<get(..): Send>);

struct Key(u32);

impl<D: Db<get(..): Send> + Sync> Query<D> for Key {
    fn run(&self, db: &D) -> u32 {
        spawn(db.get(self.0))
    }
}

fn main() {
    let query: Box<dyn Query<Pg>> = Box::new(Key(1));
    assert_eq!(query.run(&Pg), 2);
    assert!(query.is::<Key>());
}
