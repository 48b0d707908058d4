//! yes

#![feature(async_fn_in_dyn_trait)]

use std::boxed::Boxing;

use bumpalo::Bump;
use macros::{Db, Pg, block_on};

fn main() {
    let bump = Bump::new();
    let one: &dyn Db = Boxing::new(&*bump.alloc(Pg));
    let two: &dyn Db = bump.alloc(Boxing::from(Pg));
    let all = bumpalo::vec![in &bump; one, two];
    let sum: u32 = all.iter().map(|db| block_on(db.get(1))).sum();
    assert_eq!(sum, 4);
}
