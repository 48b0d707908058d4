//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// `async fn close(self)` on a `Box<dyn …>`, with an adapter and without: the future owns the value,
// which is dropped once, whatever becomes of the future.

#![feature(async_fn_in_dyn_trait, dyn_by_value_self, refine)]
#![allow(incomplete_features)]

extern crate run_ready;

use std::boxed::Boxing;
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, Location, catch_unwind};
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use run_ready::run;

trait Connection {
    async fn query(&self) -> u32;
    async fn close(self) -> u32;
    async fn close_with<'a>(self, reason: &'a str) -> &'a str;
    async fn panics_when_polled(self);
    fn panics_when_called(self) -> impl Future<Output = ()>;
    fn ready(self) -> impl Future<Output = u32>;
    fn into_id(self) -> u32;
    #[track_caller]
    fn place(self) -> impl Future<Output = u32>;
}

struct Tcp<'t>(u32, &'t Cell<u32>);

impl Drop for Tcp<'_> {
    fn drop(&mut self) {
        self.1.set(self.1.get() + 1);
    }
}

async fn pending_once() {
    let mut polled = false;
    std::future::poll_fn(|_| if std::mem::replace(&mut polled, true) {
        Poll::Ready(())
    } else {
        Poll::Pending
    })
    .await
}

impl Connection for Tcp<'_> {
    async fn query(&self) -> u32 {
        self.0
    }
    async fn close(self) -> u32 {
        pending_once().await;
        self.0
    }
    async fn close_with<'a>(self, reason: &'a str) -> &'a str {
        pending_once().await;
        &reason[self.0 as usize..]
    }
    async fn panics_when_polled(self) {
        pending_once().await;
        panic!("on purpose");
    }
    fn panics_when_called(self) -> impl Future<Output = ()> {
        if self.0 > 0 {
            panic!("on purpose");
        }
        std::future::ready(())
    }
    fn ready(self) -> impl Future<Output = u32> {
        std::future::ready(self.0)
    }
    fn into_id(self) -> u32 {
        self.0
    }
    fn place(self) -> impl Future<Output = u32> {
        std::future::ready(Location::caller().line())
    }
}

trait Flush {
    fn flush(self) -> impl Future<Output = u32>;
}

/// Its future has the size of a pointer, so that it takes no adapter.
impl Flush for Rc<Cell<u32>> {
    #[refine]
    fn flush(self) -> Pin<Box<impl Future<Output = u32>>> {
        Box::pin(async move { self.get() })
    }
}

trait Pool: Connection {
    type Stats;
    async fn drain(self, stats: Self::Stats) -> Self::Stats;
}

impl Pool for Tcp<'_> {
    type Stats = String;
    async fn drain(self, stats: String) -> String {
        format!("{stats} {}", self.close().await)
    }
}

async fn in_async(connection: Box<dyn Connection + '_>) -> u32 {
    let id = connection.query().await;
    id + connection.close().await
}

async fn generic<C: Connection>(connection: C) -> u32 {
    connection.close().await
}

fn poll_once<F: Future>(future: Pin<&mut F>) -> bool {
    future.poll(&mut Context::from_waker(Waker::noop())).is_pending()
}

fn main() {
    let drops = &Cell::new(0);
    let new = || -> Box<dyn Connection + '_> { Boxing::new(Box::new(Tcp(1, drops))) };

    let connection = new();
    let close = connection.close();
    assert_eq!(drops.get(), 0);
    assert_eq!(run(close), 1);
    assert_eq!(drops.take(), 1);
    assert_eq!(run(Connection::close(*new())), 1);
    assert_eq!(run(new().close_with("reason")), "eason");
    assert_eq!(run(new().ready()), 1);
    assert_eq!(new().into_id(), 1);
    assert_eq!(drops.take(), 4);
    assert_eq!(run(in_async(new())), 2);
    assert_eq!(run(generic(Tcp(3, drops))), 3);
    assert_eq!(drops.take(), 2);
    assert_eq!(run(new().place()), line!());
    assert_eq!(drops.take(), 1);

    // Never polled, polled once, and a panic in the method or in its future.
    drop(new().close());
    assert_eq!(drops.take(), 1);
    {
        let mut close = pin!(new().close());
        assert!(poll_once(close.as_mut()));
        assert_eq!(drops.get(), 0);
    }
    assert_eq!(drops.take(), 1);
    let polled = || run(new().panics_when_polled());
    assert!(catch_unwind(AssertUnwindSafe(polled)).is_err());
    assert_eq!(drops.take(), 1);
    let called = || drop(new().panics_when_called());
    assert!(catch_unwind(AssertUnwindSafe(called)).is_err());
    assert_eq!(drops.take(), 1);

    // Without an adapter.
    let count = Rc::new(Cell::new(5));
    let flush: Box<dyn Flush> = Box::new(count.clone());
    let flush = flush.flush();
    assert_eq!(Rc::strong_count(&count), 2);
    assert_eq!(run(flush), 5);
    assert_eq!(Rc::strong_count(&count), 1);

    // A supertrait's method, and an associated type.
    let pool: Box<dyn Pool<Stats = String> + '_> = Boxing::new(Box::new(Tcp(4, drops)));
    assert_eq!(run(pool.close()), 4);
    let pool: Box<dyn Pool<Stats = String> + '_> = Boxing::new(Box::new(Tcp(4, drops)));
    assert_eq!(run(pool.drain("closed".to_string())), "closed 4");
    let pool: Box<dyn Pool<Stats = String> + '_> = Boxing::new(Box::new(Tcp(4, drops)));
    let connection: Box<dyn Connection + '_> = pool;
    assert_eq!(run(connection.close()), 4);
    assert_eq!(drops.take(), 3);
}
