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

// A call through a `dyn` and the shim in its vtable agree about the type of the function, with and
// without an adapter, for each kind of receiver, after upcasting, and where the call gives room.

#![feature(async_fn_in_dyn_trait, dyn_placement)]
#![allow(incomplete_features, refining_impl_trait)]

use std::boxed::Boxing;
use std::future::{Slot, dyn_box, dyn_in};
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

trait Base {
    async fn base(&self) -> u32;
}
trait Fetch<T>: Base {
    async fn fetch(&mut self, by: T) -> T;
    async fn boxed(self: Box<Self>, by: &T) -> u32;
    async fn counted(self: Rc<Self>) -> u32;
    async fn pinned(self: Pin<&mut Self>) -> u32;
    fn sync(&self) -> u32;
}

struct Plain(u32);
impl Base for Plain {
    async fn base(&self) -> u32 {
        self.0
    }
}
impl Fetch<u64> for Plain {
    async fn fetch(&mut self, by: u64) -> u64 {
        self.0 += 1;
        by
    }
    async fn boxed(self: Box<Self>, by: &u64) -> u32 {
        self.0 + *by as u32
    }
    async fn counted(self: Rc<Self>) -> u32 {
        self.0
    }
    async fn pinned(self: Pin<&mut Self>) -> u32 {
        self.0
    }
    fn sync(&self) -> u32 {
        self.0
    }
}

struct PointerSized;
impl Base for PointerSized {
    fn base(&self) -> Pin<Box<std::future::Ready<u32>>> {
        Box::pin(std::future::ready(5))
    }
}

fn run<F: Future>(future: F) -> F::Output {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(output) => output,
        Poll::Pending => panic!("it never waits"),
    }
}

fn main() {
    let mut boxed: Box<dyn Fetch<u64>> = Boxing::new(Box::new(Plain(1)));
    assert_eq!(run(boxed.fetch(7)), 7);
    assert_eq!(boxed.sync(), 2);
    assert_eq!(run(boxed.boxed(&1)), 3);
    let counted: Rc<dyn Fetch<u64>> = Boxing::new(Rc::new(Plain(4)));
    assert_eq!(run(counted.clone().counted()), 4);
    let base: Rc<dyn Base> = counted;
    assert_eq!(run(base.base()), 4);
    let mut plain = Plain(6);
    let pinned: Pin<&mut dyn Fetch<u64>> = Boxing::new(Pin::new(&mut plain));
    assert_eq!(run(pinned.pinned()), 6);
    let pointer_sized: &dyn Base = &PointerSized;
    assert_eq!(run(pointer_sized.base()), 5);

    let mut slot = pin!(Slot::<128>::new());
    assert_eq!(run(dyn_in!(slot.as_mut(), pointer_sized.base())), 5);
    let mut boxed: Box<dyn Fetch<u64>> = Boxing::new(Box::new(Plain(1)));
    assert_eq!(run(dyn_in!(slot.as_mut(), boxed.fetch(7))), 7);
    assert_eq!(run(dyn_box!(boxed.base())), 2);
    assert_eq!(run(dyn_box!(boxed.boxed(&1))), 3);
}
