//! The same work through each way to call an `async fn` of a trait.
//!
//! What is measured is one call: making the future, polling it until it is done, dropping it.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

use std::boxed::Boxing;
use std::hint::black_box;
use std::pin::Pin;

mod work;

pub use work::{Kind, block_on};

/// A way to call, by name.
pub const WAYS: [(&str, fn(Kind, u64) -> u64); 6] = [
    ("static dispatch", static_dispatch),
    ("`dyn` through `Boxing`", boxing),
    ("`Pin<Box<dyn Future>>` by hand, of an `async fn`", by_hand_of_async_fn),
    ("`Pin<Box<dyn Future>>` by hand, of an `async` block", by_hand),
    ("async-trait", async_trait),
    ("dynosaur", dynosaur),
];

// A trait as a person would write it, for each way; what the methods do is in `work`.

trait Work {
    async fn work(&mut self, x: u64) -> u64;
}

trait ByHand {
    fn work<'a>(&'a mut self, x: u64) -> Pin<Box<dyn Future<Output = u64> + 'a>>;
}

/// With an `async fn` beside it, which static dispatch uses: the same future as `Boxing` boxes.
trait ByHandOfAsyncFn {
    fn work<'a>(&'a mut self, x: u64) -> Pin<Box<dyn Future<Output = u64> + 'a>>;
}

impl<W: Work> ByHandOfAsyncFn for W {
    fn work<'a>(&'a mut self, x: u64) -> Pin<Box<dyn Future<Output = u64> + 'a>> {
        Box::pin(Work::work(self, x))
    }
}

#[async_trait::async_trait(?Send)]
trait AsyncTrait {
    async fn work(&mut self, x: u64) -> u64;
}

#[dynosaur::dynosaur(DynDynosaur = dyn(box) Dynosaur)]
trait Dynosaur {
    async fn work(&mut self, x: u64) -> u64;
}

macro_rules! impls {
    ($($kind:ident: |$self:ident, $x:ident| $body:block)*) => { $(
        impl Work for work::$kind {
            async fn work(&mut $self, $x: u64) -> u64 $body
        }
        impl ByHand for work::$kind {
            fn work<'a>(&'a mut $self, $x: u64) -> Pin<Box<dyn Future<Output = u64> + 'a>> {
                Box::pin(async move $body)
            }
        }
        #[async_trait::async_trait(?Send)]
        impl AsyncTrait for work::$kind {
            async fn work(&mut $self, $x: u64) -> u64 $body
        }
        impl Dynosaur for work::$kind {
            async fn work(&mut $self, $x: u64) -> u64 $body
        }
    )* };
}
work::for_each_kind! { impls }

/// Evaluate `$call` for a value of the kind.
macro_rules! with_value {
    ($kind:expr, |$value:ident| $call:expr) => {
        match $kind {
            Kind::Ready => {
                let mut $value = work::Ready::default();
                $call
            }
            Kind::Suspends => {
                let mut $value = work::Suspends::default();
                $call
            }
            Kind::Large => {
                let mut $value = work::Large::default();
                $call
            }
        }
    };
}

macro_rules! repeat {
    ($worker:ident, $times:expr) => {{
        let mut sum = 0_u64;
        for x in 0..$times {
            sum = sum.wrapping_add(block_on($worker.work(black_box(x))));
        }
        sum
    }};
}

fn static_dispatch(kind: Kind, times: u64) -> u64 {
    #[inline(never)]
    fn repeat<W: Work>(worker: &mut W, times: u64) -> u64 {
        repeat!(worker, times)
    }
    with_value!(kind, |value| repeat(&mut value, times))
}

// `black_box`, so that the compiler does not find out which type is behind the `dyn`.

fn boxing(kind: Kind, times: u64) -> u64 {
    #[inline(never)]
    fn repeat(worker: &mut dyn Work, times: u64) -> u64 {
        repeat!(worker, times)
    }
    with_value!(kind, |value| repeat(black_box(Boxing::new(&mut value)), times))
}

fn by_hand(kind: Kind, times: u64) -> u64 {
    #[inline(never)]
    fn repeat(worker: &mut dyn ByHand, times: u64) -> u64 {
        repeat!(worker, times)
    }
    with_value!(kind, |value| repeat(black_box(&mut value), times))
}

fn by_hand_of_async_fn(kind: Kind, times: u64) -> u64 {
    #[inline(never)]
    fn repeat(worker: &mut dyn ByHandOfAsyncFn, times: u64) -> u64 {
        repeat!(worker, times)
    }
    with_value!(kind, |value| repeat(black_box(&mut value), times))
}

fn async_trait(kind: Kind, times: u64) -> u64 {
    #[inline(never)]
    fn repeat(worker: &mut dyn AsyncTrait, times: u64) -> u64 {
        repeat!(worker, times)
    }
    with_value!(kind, |value| repeat(black_box(&mut value), times))
}

fn dynosaur(kind: Kind, times: u64) -> u64 {
    #[inline(never)]
    fn repeat(worker: &mut DynDynosaur, times: u64) -> u64 {
        repeat!(worker, times)
    }
    with_value!(kind, |value| repeat(black_box(DynDynosaur::from_mut(&mut value)), times))
}
