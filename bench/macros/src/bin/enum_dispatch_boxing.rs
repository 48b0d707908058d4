//! yes

#![feature(async_fn_in_dyn_trait)]

use std::boxed::Boxing;

use enum_dispatch::enum_dispatch;
use macros::block_on;

#[enum_dispatch]
trait Cache {
    async fn load(&self, key: u32) -> u32;
}

struct Memory;

impl Cache for Memory {
    async fn load(&self, key: u32) -> u32 {
        key + 1
    }
}

struct Empty;

impl Cache for Empty {
    async fn load(&self, _: u32) -> u32 {
        0
    }
}

#[enum_dispatch(Cache)]
enum Any {
    Memory,
    Empty,
}

fn main() {
    let any: Any = Empty.into();
    let caches: [Box<dyn Cache>; 2] = [Boxing::new(Box::new(Memory)), Boxing::new(Box::new(any))];
    assert_eq!(block_on(caches[0].load(1)) + block_on(caches[1].load(1)), 2);
}
