//@ run-pass
//@ edition: 2024
//@ revisions: cfi kcfi
// FIXME(#122848) Remove only-linux once OSX CFI binaries work
//@ only-linux
//@ ignore-backends: gcc
//@ [cfi] needs-sanitizer-cfi
//@ [kcfi] needs-sanitizer-kcfi
//@ compile-flags: -C target-feature=-crt-static -C unsafe-allow-abi-mismatch=sanitizer
//@ [cfi] compile-flags: -C codegen-units=1 -C lto -C prefer-dynamic=off -C opt-level=0
//@ [cfi] compile-flags: -Z sanitizer=cfi
//@ [kcfi] compile-flags: -Z sanitizer=kcfi
//@ [kcfi] compile-flags: -C panic=abort -Z panic-abort-tests -C prefer-dynamic=off

// A call that takes `self` by value and what is in the vtable agree about the type of the function.

#![feature(async_fn_in_dyn_trait, dyn_by_value_self)]
#![allow(incomplete_features)]

use std::boxed::Boxing;
use std::panic::Location;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

trait Connection {
    fn id(self, more: u32) -> u32;
    async fn close(self, more: u32) -> u32;
    #[track_caller]
    fn line(self) -> u32;
}

struct Tcp(String);

impl Connection for Tcp {
    fn id(self, more: u32) -> u32 {
        self.0.len() as u32 + more
    }
    async fn close(self, more: u32) -> u32 {
        self.0.len() as u32 + more
    }
    fn line(self) -> u32 {
        Location::caller().line()
    }
}

fn main() {
    let new = || -> Box<dyn Connection> { Boxing::new(Box::new(Tcp("four".to_string()))) };
    assert_eq!(new().id(1), 5);
    assert_eq!(new().line(), line!());
    let close = pin!(new().close(2));
    assert_eq!(close.poll(&mut Context::from_waker(Waker::noop())), Poll::Ready(6));
}
