//@ run-pass
//@ edition: 2024
//@ revisions: current next optimized unoptimized
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally
//@[optimized] compile-flags: -Copt-level=3
//@[unoptimized] compile-flags: -Copt-level=0
//@ needs-threads

// A method writes its future where it stays: a thread with 64 KiB of stack calls one whose future
// holds a MiB, through an adapter, into a box, and into a slot.

#![feature(async_fn_in_dyn_trait, dyn_placement)]
#![allow(incomplete_features)]

use std::boxed::Boxing;
use std::future::{SharedSlot, dyn_box, dyn_in};
use std::pin::Pin;
use std::task::{Context, Poll, Waker};
use std::thread;

const MIB: usize = 1 << 20;

static SLOT: SharedSlot<{ MIB + 256 }> = SharedSlot::new();

trait Fetch {
    async fn by_async_fn(&self, id: u8) -> u8;
    async fn by_block(&self, id: u8) -> u8;
    async fn by_call(&self, id: u8) -> u8;
}

struct Large;

async fn large(id: u8) -> u8 {
    let mut bytes = [0; MIB];
    std::future::ready(()).await;
    bytes[MIB / 2] = id;
    Waits(false).await;
    // It is not moved, and not looked at as a whole.
    std::hint::black_box(&bytes)[MIB / 2]
}

struct Waits(bool);

impl Future for Waits {
    type Output = ();
    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        if std::mem::replace(&mut self.0, true) { Poll::Ready(()) } else { Poll::Pending }
    }
}

impl Fetch for Large {
    async fn by_async_fn(&self, id: u8) -> u8 {
        large(id).await
    }
    fn by_block(&self, id: u8) -> impl Future<Output = u8> {
        async move { large(id).await }
    }
    fn by_call(&self, id: u8) -> impl Future<Output = u8> {
        large(id)
    }
}

fn poll_twice(mut future: impl Future<Output = u8> + Unpin) {
    // Without optimization, `[0; MIB]` itself takes a MiB of the stack of who polls.
    if cfg!(unoptimized) {
        return;
    }
    let mut cx = Context::from_waker(Waker::noop());
    assert!(Pin::new(&mut future).poll(&mut cx).is_pending());
    assert_eq!(Pin::new(&mut future).poll(&mut cx), Poll::Ready(7));
}

fn main() {
    let thread = thread::Builder::new().stack_size(64 << 10).spawn(|| {
        let f: &dyn Fetch = Boxing::new(&Large);
        poll_twice(Box::pin(f.by_async_fn(7)));
        poll_twice(Box::pin(f.by_block(7)));
        poll_twice(Box::pin(f.by_call(7)));
        poll_twice(dyn_box!(f.by_async_fn(7)));
        poll_twice(dyn_box!(f.by_call(7)));
        poll_twice(dyn_in!(Pin::static_ref(&SLOT), f.by_async_fn(7)));
        poll_twice(dyn_in!(Pin::static_ref(&SLOT), f.by_block(7)));
        poll_twice(dyn_box!(Large.by_async_fn(7)));
        poll_twice(dyn_in!(Pin::static_ref(&SLOT), Large.by_call(7)));
        poll_twice(dyn_in!(Pin::static_ref(&SLOT), large(7)));
    });
    thread.unwrap().join().unwrap();
}
