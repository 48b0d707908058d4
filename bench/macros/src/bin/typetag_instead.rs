//! yes
//! instead: `#[refine] fn load(&self, key: u32) -> Pin<Box<Lookup>>` in the impl: one word needs no adapter

#![feature(async_fn_in_dyn_trait, refine, return_type_notation)]

use std::pin::Pin;

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

// The macro on the impl can't parse a call in a type.
type Lookup = look_up(u32, u32);

async fn look_up(offset: u32, key: u32) -> u32 {
    offset + key
}

#[typetag::serde]
impl Cache for Memory {
    #[refine]
    fn load(&self, key: u32) -> Pin<Box<Lookup>> {
        Box::pin(look_up(self.offset, key))
    }
}

fn main() {
    let cache: Box<dyn Cache> = serde_json::from_str(r#"{ "Memory": { "offset": 1 } }"#).unwrap();
    assert_eq!(block_on(cache.load(1)), 2);
    assert_eq!(serde_json::to_string(&cache).unwrap(), r#"{"Memory":{"offset":1}}"#);
}
