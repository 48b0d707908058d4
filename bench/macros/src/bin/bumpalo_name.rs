//! yes

#![feature(named_return_types)]

use std::pin::Pin;

use bumpalo::Bump;
use bumpalo::boxed::Box;
use macros::{Db, Pg, spawn};

type AnyLookup<'a> = Pin<Box<'a, dyn Future<Output = u32> + Send + 'a>>;

fn lookup<'a, D: Db<get: Send>>(db: &'a D, bump: &'a Bump) -> AnyLookup<'a> {
    let future: &mut (dyn Future<Output = u32> + Send) = bump.alloc(db.get(1));
    unsafe { Pin::new_unchecked(Box::from_raw(future)) }
}

fn main() {
    let bump = Bump::new();
    assert_eq!(spawn(lookup(&Pg, &bump)), 2);
}
