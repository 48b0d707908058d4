//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ aux-build: wait_once.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// Recursion through `dyn`: no future contains itself, for each call is behind a pointer. The method
// may also mention the trait's own `dyn` in what it takes and returns.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

extern crate run_ready;
extern crate wait_once;

use std::boxed::Boxing;
use std::collections::BTreeMap;

use run_ready::run;
use wait_once::wait_once;

trait Node {
    async fn sum(&self) -> u32;
    async fn child(&self, name: &str) -> Option<Box<dyn Node>>;
    async fn visit(&self, other: &dyn Node) -> u32 {
        other.sum().await
    }
    async fn children(&self) -> Vec<&dyn Node>;
}

#[derive(Clone, Default)]
struct Folder(u32, BTreeMap<&'static str, Folder>);

impl Node for Folder {
    async fn sum(&self) -> u32 {
        let mut sum = self.0;
        for child in self.children().await {
            wait_once().await;
            sum += child.sum().await;
        }
        sum
    }
    async fn child(&self, name: &str) -> Option<Box<dyn Node>> {
        self.1.get(name).map(|child| Boxing::new(Box::new(child.clone())) as Box<dyn Node>)
    }
    async fn children(&self) -> Vec<&dyn Node> {
        self.1.values().map(|child| Boxing::new(child) as &dyn Node).collect()
    }
}

// A function that calls itself through a `dyn`.
trait Fibonacci {
    async fn fibonacci(&self, this: &dyn Fibonacci, n: u32) -> u32;
}
struct Naive;
impl Fibonacci for Naive {
    async fn fibonacci(&self, this: &dyn Fibonacci, n: u32) -> u32 {
        if n < 2 {
            return n;
        }
        this.fibonacci(this, n - 1).await + this.fibonacci(this, n - 2).await
    }
}

// An async function that is recursive through a method of a `dyn`.
trait Step {
    async fn step(&self, n: u32) -> u32;
}
struct Down;
impl Step for Down {
    async fn step(&self, n: u32) -> u32 {
        count(Boxing::new(self), n).await
    }
}
async fn count(step: &dyn Step, n: u32) -> u32 {
    if n == 0 { 0 } else { 1 + step.step(n - 1).await }
}

fn main() {
    let leaf = Folder(1, BTreeMap::new());
    let branch = Folder(10, BTreeMap::from([("a", leaf.clone()), ("b", leaf.clone())]));
    let root = Folder(100, BTreeMap::from([("c", branch), ("d", leaf)]));

    let root: &dyn Node = Boxing::new(&root);
    assert_eq!(run(root.sum()), 113);
    let branch = run(root.child("c")).unwrap();
    assert_eq!(run(branch.sum()), 12);
    assert_eq!(run(branch.visit(root)), 113);
    assert_eq!(run(root.visit(&*branch)), 12);
    assert_eq!(run(root.children()).len(), 2);
    let leaf = run(async { root.child("c").await?.child("a").await });
    assert_eq!(run(leaf.unwrap().sum()), 1);

    let naive: &dyn Fibonacci = Boxing::new(&Naive);
    assert_eq!(run(naive.fibonacci(naive, 10)), 55);
    assert_eq!(run(count(Boxing::new(&Down), 50)), 50);
}
