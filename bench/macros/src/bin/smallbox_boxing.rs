//! yes

#![feature(async_fn_in_dyn_trait)]

use std::boxed::Boxing;

use macros::{Db, Pg, block_on};
use smallbox::space::S2;
use smallbox::{SmallBox, smallbox};

fn main() {
    let db: SmallBox<dyn Db, S2> = smallbox!(Boxing::from(Pg));
    assert_eq!(block_on(db.get(1)), 2);
}
