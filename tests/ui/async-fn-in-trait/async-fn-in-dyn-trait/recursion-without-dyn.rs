// A method that awaits its own future needs an indirection. A `dyn` is one, and the message says
// so, where there can be one.

//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally
//@ edition: 2024

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

use std::boxed::Boxing;

trait Walk {
    async fn walk(&self, n: u32) -> u32;
    async fn walk_mut(&mut self, n: u32);
}

struct Direct;

impl Walk for Direct {
    async fn walk(&self, n: u32) -> u32 { //~ ERROR recursion in an async fn requires boxing
        if n == 0 { 0 } else { self.walk(n - 1).await + 1 }
    }
    async fn walk_mut(&mut self, n: u32) { //~ ERROR recursion in an async fn requires boxing
        if n > 0 {
            self.walk_mut(n - 1).await;
        }
    }
}

struct ThroughDyn;

impl Walk for ThroughDyn {
    async fn walk(&self, n: u32) -> u32 {
        let this: &dyn Walk = Boxing::new(self);
        if n == 0 { 0 } else { this.walk(n - 1).await + 1 }
    }
    async fn walk_mut(&mut self, n: u32) {
        let this: &mut dyn Walk = Boxing::new(&mut *self);
        if n > 0 {
            this.walk_mut(n - 1).await;
        }
    }
}

// There is no `dyn` of this.
async fn function(n: u32) { //~ ERROR recursion in an async fn requires boxing
    if n > 0 {
        function(n - 1).await;
    }
}

fn main() {}
