//! yes

#![feature(async_fn_in_dyn_trait)]

use downcast_rs::{Downcast, impl_downcast};
use macros::block_on;

trait Cache: Downcast {
    async fn load(&self, key: u32) -> u32;
}

impl_downcast!(Cache);

struct Memory(u32);

impl Cache for Memory {
    async fn load(&self, key: u32) -> u32 {
        self.0 + key
    }
}

fn main() {
    assert!(Memory(1).as_any().is::<Memory>());
    assert_eq!(block_on(Memory(1).load(1)), 2);
}
