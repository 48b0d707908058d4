//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A method that calls itself in an implementation, where the trait asks `Send` of its futures:
// whether the future is `Send` depends on the body, and the body on the future. The message
// says what to write.

#![feature(async_auto_trait_bounds, async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

use std::pin::Pin;

trait Visit: async Send + Sync {
    async fn visit(&self, n: u32) -> u32;
}

struct Tree;

impl Visit for Tree {
    async fn visit(&self, n: u32) -> u32 {
        //~^ ERROR cycle detected when computing type of
        //[next]~| ERROR cycle detected when computing type of
        if n == 0 { 0 } else { Box::pin(self.visit(n - 1)).await + 1 }
    }
}

// The same where the method makes the `dyn` itself.
struct Boxed;

impl Visit for Boxed {
    async fn visit(&self, n: u32) -> u32 {
        //[next]~^ ERROR cycle detected when computing type of
        //[current]~^^ ERROR cannot check whether the hidden type of opaque type satisfies auto traits
        if n == 0 {
            return 0;
        }
        let visit: Pin<Box<dyn Future<Output = u32> + Send + '_>> = Box::pin(self.visit(n - 1));
        visit.await + 1
    }
}

fn main() {}
