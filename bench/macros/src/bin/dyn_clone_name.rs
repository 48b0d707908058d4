//! yes

#![feature(named_return_types)]

use dyn_clone::DynClone;
use macros::{Db, Pg, spawn};

trait Query<D: Db<get: Send>>: DynClone {
    fn run(&self, db: &D) -> u32;
}

dyn_clone::clone_trait_object!(<D> Query<D> where D: Db<get: Send>);

#[derive(Clone)]
struct Key(u32);

impl<D: Db<get: Send> + Sync> Query<D> for Key {
    fn run(&self, db: &D) -> u32 {
        spawn(db.get(self.0))
    }
}

fn main() {
    let query: Box<dyn Query<Pg>> = Box::new(Key(1));
    assert_eq!(query.clone().run(&Pg), 2);
}
