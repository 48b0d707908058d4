//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ aux-build: ../auxiliary/wait_once.rs
//@ edition: 2024
//@ revisions: plain optimized
//@[optimized] compile-flags: -Copt-level=3

// The vtable of a future that holds nothing to drop has no drop glue. What holds something is
// dropped, in each of its states: not polled, suspended, suspended within another future, finished.

#![feature(async_fn_in_dyn_trait, dyn_placement)]
#![allow(incomplete_features)]

extern crate run_ready;
extern crate wait_once;

use std::boxed::Boxing;
use std::cell::Cell;
use std::future::dyn_box;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Waker};

use run_ready::run;
use wait_once::wait_once;

trait Fetch {
    async fn plain(&self, id: u32) -> u32;
    async fn takes(&self, counted: Counted) -> u32;
    async fn holds(&self, drops: Rc<Cell<u32>>) -> u32;
    async fn nested(&self, drops: Rc<Cell<u32>>) -> u32;
}

struct Counted(Rc<Cell<u32>>);

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.set(self.0.get() + 1);
    }
}

struct Echo;

impl Fetch for Echo {
    async fn plain(&self, id: u32) -> u32 {
        let held = [id; 4];
        wait_once().await;
        held[3]
    }
    async fn takes(&self, _: Counted) -> u32 {
        wait_once().await;
        1
    }
    async fn holds(&self, drops: Rc<Cell<u32>>) -> u32 {
        let first = Counted(drops.clone());
        wait_once().await;
        drop(first);
        wait_once().await;
        let _last = Counted(drops);
        wait_once().await;
        2
    }
    async fn nested(&self, drops: Rc<Cell<u32>>) -> u32 {
        let inner = async move {
            let _counted = Counted(drops);
            wait_once().await;
        };
        inner.await;
        3
    }
}

type Boxed<'a> = Pin<Box<dyn Future<Output = u32> + 'a>>;

/// How many values are dropped, of a future that is polled so many times and then dropped.
fn drops<'a>(polls: usize, start: impl FnOnce(Rc<Cell<u32>>) -> Boxed<'a>) -> u32 {
    let counter = Rc::new(Cell::new(0));
    let mut future = start(counter.clone());
    for _ in 0..polls {
        let mut cx = Context::from_waker(Waker::noop());
        if future.as_mut().poll(&mut cx).is_ready() {
            break;
        }
    }
    drop(future);
    counter.get()
}

fn main() {
    let f: &dyn Fetch = Boxing::from_ref(&Echo);
    assert_eq!(run(f.plain(5)), 5);
    let boxed: Boxed<'_> = Box::pin(Echo.plain(6));
    assert_eq!(run(boxed), 6);
    for polls in 0..5 {
        let (of_holds, of_nested) = ([0, 1, 1, 2, 2][polls], [0, 1, 1, 1, 1][polls]);
        assert_eq!(drops(polls, |counter| Box::pin(Echo.takes(Counted(counter)))), 1);
        assert_eq!(drops(polls, |counter| Box::pin(Echo.holds(counter))), of_holds);
        assert_eq!(drops(polls, |counter| Box::pin(Echo.nested(counter))), of_nested);
        // By the adapter, through the `dyn`.
        assert_eq!(drops(polls, |counter| Box::pin(f.takes(Counted(counter)))), 1);
        assert_eq!(drops(polls, |counter| Box::pin(f.holds(counter))), of_holds);
        // In a box from the call.
        assert_eq!(drops(polls, |counter| dyn_box!(f.takes(Counted(counter)))), 1);
        assert_eq!(drops(polls, |counter| dyn_box!(f.nested(counter))), of_nested);
    }
}
