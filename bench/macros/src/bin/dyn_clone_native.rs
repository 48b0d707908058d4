//! yes

#![feature(async_fn_in_dyn_trait)]

use dyn_clone::DynClone;
use macros::block_on;

trait Cache: DynClone {
    async fn load(&self, key: u32) -> u32;
}

dyn_clone::clone_trait_object!(Cache);

#[derive(Clone)]
struct Memory(u32);

impl Cache for Memory {
    async fn load(&self, key: u32) -> u32 {
        self.0 + key
    }
}

fn main() {
    let other = dyn_clone::clone_box(&Memory(1));
    assert_eq!(block_on(other.load(1)), 2);
}
