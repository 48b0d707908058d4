//! yes

#![feature(async_fn_in_dyn_trait)]

use std::boxed::Boxing;

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
    let cache: Box<dyn Cache> = Boxing::new(Box::new(Memory(1)));
    assert_eq!(block_on(cache.load(1)), 2);
    assert_eq!(cache.downcast_ref::<Memory>().unwrap().0, 1);
    assert_eq!(cache.downcast::<Memory>().ok().unwrap().0, 1);
}
