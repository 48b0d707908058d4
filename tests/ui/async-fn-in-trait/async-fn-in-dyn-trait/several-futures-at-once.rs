//@ run-pass
//@ aux-build: wait_once.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// Two futures of one `&self` are alive at once, and polled in turns.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

extern crate wait_once;

use std::boxed::Boxing;
use std::cell::RefCell;
use std::pin::pin;
use std::task::Poll;

use wait_once::{poll_once, wait_once};

trait Log {
    async fn write(&self, name: &str, times: u32) -> usize;
}

struct Lines(RefCell<Vec<String>>);
impl Log for Lines {
    async fn write(&self, name: &str, times: u32) -> usize {
        for time in 0..times {
            self.0.borrow_mut().push(format!("{name} {time}"));
            wait_once().await;
        }
        self.0.borrow().len()
    }
}

fn main() {
    let lines = Lines(RefCell::new(vec![]));
    let log: &dyn Log = Boxing::new(&lines);
    let (first, second) = (String::from("first"), String::from("second"));
    {
        let mut one = pin!(log.write(&first, 2));
        let mut two = pin!(log.write(&second, 1));
        assert_eq!(poll_once(one.as_mut()), Poll::Pending);
        assert_eq!(poll_once(two.as_mut()), Poll::Pending);
        assert_eq!(poll_once(one.as_mut()), Poll::Pending);
        assert_eq!(poll_once(two.as_mut()), Poll::Ready(3));
        assert_eq!(poll_once(one.as_mut()), Poll::Ready(3));
    }

    // A future can move as long as it is not pinned, and be kept with others.
    let mut all: Vec<_> = (0..10).map(|_| log.write(&first, 1)).collect();
    all.reverse();
    let mut all: Vec<_> = all.into_iter().map(Box::pin).collect();
    assert!(all.iter_mut().all(|future| poll_once(future.as_mut()).is_pending()));
    assert!(all.iter_mut().all(|future| poll_once(future.as_mut()) == Poll::Ready(13)));
    drop(all);
    assert_eq!(lines.0.into_inner()[..3], ["first 0", "second 0", "first 1"]);
}
