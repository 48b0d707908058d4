//! no: cannot be converted to a `dyn Cache` without an adapter

#![feature(async_fn_in_dyn_trait)]

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
    let cache: Box<dyn Cache> = serde_json::from_str(r#"{ "Memory": { "offset": 1 } }"#).unwrap();
    assert_eq!(block_on(cache.load(1)), 2);
}
