//! yes
//! instead: `type SendDb = dyn Db + async Send`, outside the task

#![feature(async_auto_trait_bounds, async_fn_in_dyn_trait)]

use std::boxed::Boxing;
use std::sync::atomic::{AtomicU32, Ordering};

use embassy_executor::Executor;
use macros::{Db, Pg, spawn};

static FOUND: AtomicU32 = AtomicU32::new(0);

type SendDb = dyn Db + async Send + Sync;

#[embassy_executor::task]
async fn lookup(db: &'static SendDb) {
    FOUND.store(spawn(db.get(1)), Ordering::Relaxed);
}

fn main() {
    let executor = Box::leak(Box::new(Executor::new()));
    let done = || FOUND.load(Ordering::Relaxed) == 2;
    executor.run_until(|spawner| spawner.spawn(lookup(Boxing::from_ref(&Pg)).unwrap()), done);
}
