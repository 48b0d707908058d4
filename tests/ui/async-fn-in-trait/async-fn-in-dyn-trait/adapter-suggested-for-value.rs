// A value where a pointer to a `dyn` is wanted: it takes the pointer and the adapter.

//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

#![feature(async_fn_in_dyn_trait)]
#![allow(dead_code, incomplete_features)]

trait Db {
    async fn get(&self, key: &str) -> u32;
}

struct Memory;

impl Db for Memory {
    async fn get(&self, _: &str) -> u32 {
        1
    }
}

struct Service {
    db: Box<dyn Db>,
}

fn boxed() -> Box<dyn Db> {
    Memory //~ ERROR mismatched types
}

fn in_field(db: Memory) -> Service {
    Service { db } //~ ERROR mismatched types
}

fn borrowed() {
    let _: &dyn Db = Memory; //~ ERROR mismatched types
    let _: &mut dyn Db = Memory; //~ ERROR mismatched types
}

// No adapter helps what is no `Db`.
fn another() -> Box<dyn Db> {
    1_u8 //~ ERROR mismatched types
}

fn main() {}
