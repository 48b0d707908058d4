//! yes

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
    let named = Named { inner: Memory };
    assert_eq!(block_on(named.load(1)), 2);
}
