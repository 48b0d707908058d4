//! no: cannot be converted to a `dyn Cache` without an adapter

#![feature(async_fn_in_dyn_trait)]

use std::boxed::Boxing;

use macros::block_on;
use serde::{Deserialize, Serialize};

#[typetag::serde]
trait Cache {
    async fn load(&self, key: u32) -> u32;
}

#[derive(Serialize, Deserialize)]
struct Memory {
    offset: u32,
}

#[typetag::serde]
impl Cache for Memory {
    async fn load(&self, key: u32) -> u32 {
        self.offset + key
    }
}

fn main() {
    let cache: Box<dyn Cache> = Boxing::new(Box::new(Memory { offset: 1 }));
    assert_eq!(serde_json::to_string(&cache).unwrap(), r#"{"Memory":{"offset":1}}"#);
    assert_eq!(block_on(cache.load(1)), 2);
}
