//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// Supertraits with methods that return futures: called through the subtrait's `dyn`, and upcast to,
// be they the first supertrait, a later one, or one that is reached in two ways.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features, refining_impl_trait)]

extern crate run_ready;

use std::boxed::Boxing;
use std::fmt::Debug;
use std::pin::Pin;
use std::rc::Rc;

use run_ready::run;

trait Top {
    async fn top(&self) -> u32;
}
trait Left: Top {
    fn sync_left(&self) -> u32;
    async fn left(&self) -> u32;
}
trait Right: Top {
    async fn right(&mut self, by: u32) -> u32;
}
trait Sync2 {
    fn sync(&self) -> &'static str {
        "sync"
    }
}
trait Bottom: Debug + Left + Sync2 + Right {
    async fn bottom(&self) -> u32;
}
// A trait without such methods above one with them, and one without below.
trait Below: Bottom {}

#[derive(Debug)]
struct Boxed(u32);
impl Top for Boxed {
    async fn top(&self) -> u32 {
        self.0
    }
}
impl Left for Boxed {
    fn sync_left(&self) -> u32 {
        self.0 + 1
    }
    async fn left(&self) -> u32 {
        self.0 + 2
    }
}
impl Right for Boxed {
    async fn right(&mut self, by: u32) -> u32 {
        self.0 += by;
        self.0
    }
}
impl Sync2 for Boxed {}
impl Bottom for Boxed {
    async fn bottom(&self) -> u32 {
        self.top().await + self.left().await
    }
}
impl Below for Boxed {}

/// The same without an adapter.
#[derive(Debug)]
struct Plain(u32);
impl Top for Plain {
    fn top(&self) -> Pin<Box<impl Future<Output = u32>>> {
        Box::pin(async { self.0 })
    }
}
impl Left for Plain {
    fn sync_left(&self) -> u32 {
        self.0 + 1
    }
    fn left(&self) -> Pin<Box<impl Future<Output = u32>>> {
        Box::pin(async { self.0 + 2 })
    }
}
impl Right for Plain {
    fn right(&mut self, by: u32) -> Pin<Box<impl Future<Output = u32>>> {
        Box::pin(async move {
            self.0 += by;
            self.0
        })
    }
}
impl Sync2 for Plain {}
impl Bottom for Plain {
    fn bottom(&self) -> Pin<Box<impl Future<Output = u32>>> {
        Box::pin(async { self.top().await + self.left().await })
    }
}
impl Below for Plain {}

fn check(mut below: Box<dyn Below>, name: &str) {
    assert_eq!(run(below.top()), 1);
    assert_eq!(below.sync_left(), 2);
    assert_eq!(run(below.left()), 3);
    assert_eq!(run(below.right(1)), 2);
    assert_eq!(run(below.bottom()), 6);
    assert_eq!(format!("{below:?}"), format!("{name}(2)"));

    {
        let bottom: &mut dyn Bottom = &mut *below;
        assert_eq!(run(bottom.bottom()), 6);
        let right: &mut dyn Right = bottom;
        assert_eq!(run(right.right(1)), 3);
        let top: &dyn Top = right;
        assert_eq!(run(top.top()), 3);
    }
    {
        let left: &dyn Left = &*below;
        assert_eq!(left.sync_left(), 4);
        assert_eq!(run(left.left()), 5);
        assert_eq!(run(left.top()), 3);
        let top: &dyn Top = left;
        assert_eq!(run(top.top()), 3);
        let sync: &dyn Sync2 = &*below;
        assert_eq!(sync.sync(), "sync");
        let debug: &dyn Debug = &*below;
        assert_eq!(format!("{debug:?}"), format!("{name}(3)"));
    }
    let right: Box<dyn Right> = below;
    let top: Rc<dyn Top> = Rc::from(right as Box<dyn Top>);
    assert_eq!(run(top.top()), 3);
}

fn main() {
    check(Boxing::new(Box::new(Boxed(1))), "Boxed");
    check(Box::new(Plain(1)), "Plain");
}
