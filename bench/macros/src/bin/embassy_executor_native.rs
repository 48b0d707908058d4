//! yes

use std::sync::atomic::{AtomicU32, Ordering};

use embassy_executor::Executor;
use macros::{Db, Pg};

static FOUND: AtomicU32 = AtomicU32::new(0);

#[embassy_executor::task]
async fn lookup(db: Pg) {
    FOUND.store(db.get(1).await, Ordering::Relaxed);
}

fn main() {
    let executor = Box::leak(Box::new(Executor::new()));
    let done = || FOUND.load(Ordering::Relaxed) == 2;
    executor.run_until(|spawner| spawner.spawn(lookup(Pg).unwrap()), done);
}
