//! yes

use macros::spawn;

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
    assert_eq!(spawn(SendCache::load(&Memory, 1)), 2);
}
