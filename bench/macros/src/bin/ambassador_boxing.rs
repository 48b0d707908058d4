//! yes

#![feature(async_fn_in_dyn_trait)]

use std::boxed::Boxing;

use ambassador::{Delegate, delegatable_trait};
use macros::block_on;

#[delegatable_trait]
trait Cache {
    async fn load(&self, key: u32) -> u32;
}

struct Memory;

impl Cache for Memory {
    async fn load(&self, key: u32) -> u32 {
        key + 1
    }
}

#[derive(Delegate)]
#[delegate(Cache, target = "inner")]
struct Named {
    inner: Memory,
}

fn main() {
    let named: Box<dyn Cache> = Boxing::new(Box::new(Named { inner: Memory }));
    assert_eq!(block_on(named.load(1)), 2);
}
