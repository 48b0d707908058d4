// `Boxing::new` goes by the kind of pointer, and is not `const`. The message names what is.

//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

use std::boxed::Boxing;

trait Handler {
    async fn handle(&self, request: u32) -> u32;
}

struct Echo;
impl Handler for Echo {
    async fn handle(&self, request: u32) -> u32 {
        request
    }
}

static HANDLER: &(dyn Handler + Sync) = Boxing::new(&Echo);
//~^ ERROR cannot call non-const associated function `Boxing::<Echo>::new::<&Echo>` in statics

fn main() {}
