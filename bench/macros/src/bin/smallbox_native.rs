//! yes

use macros::{Db, Pg, block_on};
use smallbox::space::S8;
use smallbox::{SmallBox, smallbox};

fn main() {
    let lookup: SmallBox<dyn Future<Output = u32>, S8> = smallbox!(Pg.get(1));
    assert_eq!(block_on(lookup), 2);
}
