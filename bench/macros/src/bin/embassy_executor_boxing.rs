//! yes

#![feature(async_fn_in_dyn_trait)]

use std::boxed::Boxing;
use std::sync::atomic::{AtomicU32, Ordering};

use embassy_executor::Executor;
use macros::{Db, Pg};

static FOUND: AtomicU32 = AtomicU32::new(0);

#[embassy_executor::task]
async fn lookup(db: &'static dyn Db) {
    FOUND.store(db.get(1).await, Ordering::Relaxed);
}

fn main() {
    let executor = Box::leak(Box::new(Executor::new()));
    let done = || FOUND.load(Ordering::Relaxed) == 2;
    executor.run_until(|spawner| spawner.spawn(lookup(Boxing::from_ref(&Pg)).unwrap()), done);
}
