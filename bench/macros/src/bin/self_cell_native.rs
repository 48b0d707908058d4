//! yes

use std::cell::RefCell;
use std::pin::Pin;

use macros::{Db, Pg, block_on};
use self_cell::self_cell;

type Lookup<'a> = RefCell<Pin<Box<dyn Future<Output = u32> + 'a>>>;

self_cell! {
    struct Running {
        owner: Pg,

        #[not_covariant]
        dependent: Lookup,
    }
}

fn main() {
    let running = Running::new(Pg, |db| RefCell::new(Box::pin(db.get(1))));
    let output = running.with_dependent(|_, lookup| block_on(lookup.borrow_mut().as_mut()));
    assert_eq!(output, 2);
}
