//! yes

#![feature(async_fn_in_dyn_trait, named_return_types)]

use std::boxed::Boxing;
use std::sync::atomic::{AtomicU32, Ordering};

use embassy_executor::Executor;
use macros::{Db, Pg, spawn};

static FOUND: AtomicU32 = AtomicU32::new(0);

#[embassy_executor::task]
async fn lookup(db: &'static (dyn Db<get: Send> + Sync)) {
    FOUND.store(spawn(db.get(1)), Ordering::Relaxed);
}

fn main() {
    let executor = Box::leak(Box::new(Executor::new()));
    let done = || FOUND.load(Ordering::Relaxed) == 2;
    executor.run_until(|spawner| spawner.spawn(lookup(Boxing::from_ref(&Pg)).unwrap()), done);
}
