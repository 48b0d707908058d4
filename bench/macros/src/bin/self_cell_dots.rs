//! yes

#![feature(async_fn_in_dyn_trait, return_type_notation)]

use std::boxed::Boxing;
use std::cell::RefCell;
use std::pin::Pin;

use macros::{Db, Pg, spawn};
use self_cell::self_cell;

type Lookup<'a> = RefCell<Pin<Box<dyn Future<Output = u32> + Send + 'a>>>;

self_cell! {
    struct Running {
        owner: Box<dyn Db<get(..): Send> + Sync>,

        #[not_covariant]
        dependent: Lookup,
    }
}

fn main() {
    let running = Running::new(Boxing::new(Box::new(Pg)), |db| RefCell::new(Box::pin(db.get(1))));
    let output = running.with_dependent(|_, lookup| spawn(lookup.borrow_mut().as_mut()));
    assert_eq!(output, 2);
}
