//! yes

#![feature(async_fn_in_dyn_trait)]

use std::boxed::Boxing;

use macros::{block_on, spawn};

#[trait_variant::make(SendCache: Send)]
trait Cache {
    async fn load(&self, key: u32) -> u32;
}

struct Memory;

impl SendCache for Memory {
    async fn load(&self, key: u32) -> u32 {
        key + 1
    }
}

fn main() {
    let cache: Box<dyn Cache> = Boxing::new(Box::new(Memory));
    let sends: Box<dyn SendCache + Sync> = Boxing::new(Box::new(Memory));
    assert_eq!(block_on(cache.load(1)), spawn(sends.load(1)));
}
