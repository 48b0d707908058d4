//! yes

#![feature(async_fn_in_dyn_trait)]

use std::boxed::Boxing;

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
    let theirs: Box<DynCache> = DynCache::new_box(Memory);
    let ours: Box<dyn Cache> = Boxing::new(Box::new(Memory));
    assert_eq!(block_on(theirs.load(1)), block_on(ours.load(1)));
}
