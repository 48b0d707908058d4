//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A method takes and returns the `dyn` of its own trait, in every kind of pointer, and the trait's
// associated type is one.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

extern crate run_ready;

use std::boxed::Boxing;
use std::rc::Rc;

use run_ready::run;

trait Chain {
    async fn next(&self) -> Option<Box<dyn Chain>>;
    async fn link(self: Rc<Self>, others: Vec<Rc<dyn Chain>>) -> Vec<Rc<dyn Chain>>;
    async fn length(&self) -> usize {
        let mut length = 1;
        let mut next = self.next().await;
        while let Some(chain) = next {
            length += 1;
            next = chain.next().await;
        }
        length
    }
}

trait Tree {
    type Child: ?Sized;
    async fn child(&self) -> Option<&Self::Child>;
}
struct Inner(Leaf);
struct Leaf;
impl Tree for Leaf {
    type Child = dyn Tree<Child = ()>;
    async fn child(&self) -> Option<&Self::Child> {
        None
    }
}
impl Tree for Inner {
    type Child = Leaf;
    async fn child(&self) -> Option<&Leaf> {
        Some(&self.0)
    }
}

struct Links(usize);
impl Chain for Links {
    async fn next(&self) -> Option<Box<dyn Chain>> {
        let left = self.0.checked_sub(1)?;
        Some(Boxing::new(Box::new(Links(left))))
    }
    async fn link(self: Rc<Self>, mut others: Vec<Rc<dyn Chain>>) -> Vec<Rc<dyn Chain>> {
        others.push(Boxing::new(self));
        others
    }
}

fn main() {
    let chain: Rc<dyn Chain> = Boxing::new(Rc::new(Links(3)));
    assert_eq!(run(chain.length()), 4);
    assert_eq!(run(chain.clone().link(vec![chain])).len(), 2);

    let tree: &dyn Tree<Child = Leaf> = Boxing::new(&Inner(Leaf));
    let leaf: &dyn Tree<Child = dyn Tree<Child = ()>> =
        Boxing::new(run(tree.child()).unwrap());
    assert!(run(leaf.child()).is_none());
}
