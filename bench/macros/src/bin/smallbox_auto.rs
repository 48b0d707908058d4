//! yes

#![feature(async_auto_trait_bounds)]

use macros::{Db, Pg, spawn};
use smallbox::space::S8;
use smallbox::{SmallBox, smallbox};

type AnyLookup<'a> = SmallBox<dyn Future<Output = u32> + Send + 'a, S8>;

fn lookup<D: Db + async Send>(db: &D) -> AnyLookup<'_> {
    smallbox!(db.get(1))
}

fn main() {
    assert_eq!(spawn(lookup(&Pg)), 2);
}
