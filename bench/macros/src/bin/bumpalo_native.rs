//! yes

use bumpalo::Bump;
use bumpalo::boxed::Box;
use macros::{Db, Pg, block_on};

fn main() {
    let bump = Bump::new();
    let lookups =
        bumpalo::vec![in &bump; Box::pin_in(Pg.get(1), &bump), Box::pin_in(Pg.get(2), &bump)];
    let sum: u32 = lookups.into_iter().map(block_on).sum();
    assert_eq!(sum, 6);
}
