//! yes

use dynosaur::dynosaur;
use macros::block_on;

#[dynosaur(DynCache = dyn(box) Cache)]
trait Cache {
    async fn load(&self, key: u32) -> u32;
}

struct Memory;

impl Cache for Memory {
    async fn load(&self, key: u32) -> u32 {
        key + 1
    }
}

fn main() {
    let cache: Box<DynCache> = DynCache::new_box(Memory);
    assert_eq!(block_on(cache.load(1)), 2);
}
