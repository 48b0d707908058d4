//! yes

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
    let caches: [Any; 2] = [Memory.into(), Empty.into()];
    assert_eq!(block_on(caches[0].load(1)) + block_on(caches[1].load(1)), 2);
}
