// An adapter can be made in a constant, for a table that needs no initialization.

//@ run-pass
//@ edition: 2024
//@ revisions: current next
//@ [next] compile-flags: -Znext-solver=globally

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

use std::boxed::Boxing;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

trait Handler {
    async fn handle(&self, request: u32) -> u32;
}

struct Echo;
impl Handler for Echo {
    async fn handle(&self, request: u32) -> u32 {
        request
    }
}
struct Add(u32);
impl Handler for Add {
    async fn handle(&self, request: u32) -> u32 {
        request + self.0
    }
}

static ADD_TWO: Add = Add(2);
static HANDLERS: [&(dyn Handler + Sync); 3] =
    [Boxing::from_ref(&Echo), Boxing::from_ref(&Add(1)), Boxing::from_ref(&ADD_TWO)];
const FIRST: &dyn Handler = Boxing::from_ref(&Echo);

fn main() {
    let mut cx = Context::from_waker(Waker::noop());
    for (i, handler) in HANDLERS.iter().enumerate() {
        assert_eq!(pin!(handler.handle(5)).poll(&mut cx), Poll::Ready(5 + i as u32));
    }
    assert_eq!(pin!(FIRST.handle(5)).poll(&mut cx), Poll::Ready(5));

    let mut add = Add(3);
    let handler: &mut dyn Handler = Boxing::from_mut(&mut add);
    assert_eq!(pin!(handler.handle(1)).poll(&mut cx), Poll::Ready(4));
}
