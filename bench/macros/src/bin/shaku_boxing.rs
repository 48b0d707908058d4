//! no: cannot be converted to a `dyn Cache` without an adapter

#![feature(async_fn_in_dyn_trait)]

use std::boxed::Boxing;

use macros::block_on;
use shaku::{Component, HasComponent, Interface, module};

trait Cache: Interface {
    async fn load(&self, key: u32) -> u32;
}

#[derive(Component)]
#[shaku(interface = Cache)]
struct Memory;

impl Cache for Memory {
    async fn load(&self, key: u32) -> u32 {
        key + 1
    }
}

module! {
    App {
        components = [Memory],
        providers = []
    }
}

fn main() {
    let app =
        App::builder().with_component_override::<dyn Cache>(Boxing::new(Box::new(Memory))).build();
    let cache: &dyn Cache = app.resolve_ref();
    assert_eq!(block_on(cache.load(1)), 2);
}
