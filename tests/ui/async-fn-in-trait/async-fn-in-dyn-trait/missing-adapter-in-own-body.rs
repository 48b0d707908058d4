//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A `dyn` of a type is made in the body of its own `async fn`: which future that returns is what
// the body is about to say.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

use std::boxed::Boxing;

trait Tree {
    async fn visit(&self) -> u32;
}

struct Node(Vec<Node>);
impl Tree for Node {
    async fn visit(&self) -> u32 {
        let mut visited = 1;
        for child in &self.0 {
            let child: &dyn Tree = child;
            //~^ ERROR the type `Node` cannot be converted to a `dyn Tree` without an adapter
            visited += child.visit().await;
        }
        visited
    }
}

struct Boxed(Vec<Boxed>);
impl Tree for Boxed {
    async fn visit(&self) -> u32 {
        let mut visited = 1;
        for child in &self.0 {
            let child: &dyn Tree = Boxing::new(child);
            visited += child.visit().await;
        }
        visited
    }
}

struct First;
impl First {
    async fn visit_second(&self) -> u32 {
        let second: Box<dyn Tree> = Box::new(Second);
        //~^ ERROR the type `Second` cannot be converted to a `dyn Tree` without an adapter
        second.visit().await
    }
}
struct Second;
impl Tree for Second {
    async fn visit(&self) -> u32 {
        Box::pin(First.visit_second()).await
    }
}

fn main() {}
