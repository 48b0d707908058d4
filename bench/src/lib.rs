//! The same work through each way to call an `async fn` of a trait.
//!
//! What is measured is one call: making the future, polling it until it is done, dropping it.

#![feature(allocator_api, async_fn_in_dyn_trait, dyn_placement)]
#![allow(incomplete_features)]

use std::boxed::Boxing;
use std::future::{Slot, dyn_box, dyn_in, poll_fn};
use std::hint::black_box;
use std::mem::MaybeUninit;
use std::pin::{Pin, pin};
use std::task::{Context, Poll};

use dynify::Dynify as _;
use stackfuture::StackFuture;

mod recycling;
mod work;

use recycling::Recycling;
pub use work::{Kind, block_on};

/// A way to call, by name.
pub const WAYS: [(&str, fn(Kind, u64) -> u64); 12] = [
    ("static dispatch", static_dispatch),
    ("a `poll_*` method by hand", by_poll),
    ("`dyn_in!`, in a slot that is used again", in_slot),
    ("dynify, in a buffer that is used again", dynify),
    ("stackfuture", stack_future),
    ("`dyn` through `Boxing<_, Recycling>`", boxing_recycling),
    ("`dyn` through `Boxing`", boxing),
    ("`dyn_box!`", in_box),
    ("`Pin<Box<dyn Future>>` by hand, of an `async fn`", by_hand_of_async_fn),
    ("`Pin<Box<dyn Future>>` by hand, of an `async` block", by_hand),
    ("async-trait", async_trait),
    ("dynosaur", dynosaur),
];

/// Room for the largest future, where the way to call it has to be told.
const ROOM: usize = 2048;

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

#[dynify::dynify]
trait Dynify {
    async fn work(&mut self, x: u64) -> u64;
}

trait ByStackFuture {
    fn work(&mut self, x: u64) -> StackFuture<'_, u64, ROOM>;
}

/// There is no future: what would be in it is in the object. The impls are in `by_poll`.
trait ByPoll {
    fn poll_work(&mut self, x: u64, cx: &mut Context<'_>) -> Poll<u64>;
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
        impl Dynify for work::$kind {
            async fn work(&mut $self, $x: u64) -> u64 $body
        }
        impl ByStackFuture for work::$kind {
            fn work(&mut $self, $x: u64) -> StackFuture<'_, u64, ROOM> {
                StackFuture::from(async move $body)
            }
        }
    )* };
}
work::for_each_kind! { impls }

mod by_poll {
    use super::*;

    #[derive(Default)]
    pub struct Ready(u64);

    #[derive(Default)]
    pub struct Suspends {
        value: u64,
        begun: bool,
    }

    pub struct Large {
        value: u64,
        buffer: [u64; 128],
        begun: bool,
    }

    impl Default for Large {
        fn default() -> Large {
            Large { value: 0, buffer: [0; 128], begun: false }
        }
    }

    impl ByPoll for Ready {
        fn poll_work(&mut self, x: u64, _: &mut Context<'_>) -> Poll<u64> {
            self.0 ^= x;
            Poll::Ready(self.0)
        }
    }

    impl ByPoll for Suspends {
        fn poll_work(&mut self, x: u64, _: &mut Context<'_>) -> Poll<u64> {
            self.begun = !self.begun;
            if self.begun {
                return Poll::Pending;
            }
            self.value ^= x;
            Poll::Ready(self.value)
        }
    }

    impl ByPoll for Large {
        fn poll_work(&mut self, x: u64, _: &mut Context<'_>) -> Poll<u64> {
            self.begun = !self.begun;
            if self.begun {
                self.buffer = [0; 128];
                self.buffer[x as usize % 128] = x;
                black_box(&mut self.buffer);
                return Poll::Pending;
            }
            self.value ^= self.buffer[7];
            Poll::Ready(self.value)
        }
    }
}

/// Evaluate `$call` for a value of the kind.
macro_rules! with_value {
    ($kind:expr, |$value:ident| $call:expr) => {
        with_value!(work, $kind, |$value| $call)
    };
    ($of:ident, $kind:expr, |$value:ident| $call:expr) => {
        match $kind {
            Kind::Ready => {
                let mut $value = $of::Ready::default();
                $call
            }
            Kind::Suspends => {
                let mut $value = $of::Suspends::default();
                $call
            }
            Kind::Large => {
                let mut $value = $of::Large::default();
                $call
            }
        }
    };
}

macro_rules! repeat {
    ($times:expr, |$x:ident| $call:expr) => {{
        let mut sum = 0_u64;
        for x in 0..$times {
            let $x = black_box(x);
            sum = sum.wrapping_add(block_on($call));
        }
        sum
    }};
}

fn static_dispatch(kind: Kind, times: u64) -> u64 {
    #[inline(never)]
    fn repeat<W: Work>(worker: &mut W, times: u64) -> u64 {
        repeat!(times, |x| worker.work(x))
    }
    with_value!(kind, |value| repeat(&mut value, times))
}

// `black_box`, so that the compiler does not find out which type is behind the `dyn`.

fn by_poll(kind: Kind, times: u64) -> u64 {
    #[inline(never)]
    fn repeat(worker: &mut dyn ByPoll, times: u64) -> u64 {
        repeat!(times, |x| poll_fn(|cx| worker.poll_work(x, cx)))
    }
    with_value!(by_poll, kind, |value| repeat(black_box(&mut value), times))
}

fn in_slot(kind: Kind, times: u64) -> u64 {
    #[inline(never)]
    fn repeat(worker: &mut dyn Work, times: u64) -> u64 {
        let mut slot = pin!(Slot::<ROOM>::new());
        repeat!(times, |x| dyn_in!(slot.as_mut(), worker.work(x)))
    }
    with_value!(kind, |value| repeat(black_box(Boxing::new(&mut value)), times))
}

fn dynify(kind: Kind, times: u64) -> u64 {
    #[inline(never)]
    fn repeat(worker: &mut dyn DynDynify, times: u64) -> u64 {
        let mut buffer = [MaybeUninit::<u8>::uninit(); ROOM];
        repeat!(times, |x| worker.work(x).init(&mut buffer))
    }
    with_value!(kind, |value| repeat(black_box(&mut value), times))
}

fn stack_future(kind: Kind, times: u64) -> u64 {
    #[inline(never)]
    fn repeat(worker: &mut dyn ByStackFuture, times: u64) -> u64 {
        repeat!(times, |x| worker.work(x))
    }
    with_value!(kind, |value| repeat(black_box(&mut value), times))
}

fn boxing_recycling(kind: Kind, times: u64) -> u64 {
    #[inline(never)]
    fn repeat(worker: &mut dyn Work, times: u64) -> u64 {
        repeat!(times, |x| worker.work(x))
    }
    with_value!(kind, |value| {
        repeat(black_box(Boxing::<_, Recycling>::new_in(&mut value)), times)
    })
}

fn boxing(kind: Kind, times: u64) -> u64 {
    #[inline(never)]
    fn repeat(worker: &mut dyn Work, times: u64) -> u64 {
        repeat!(times, |x| worker.work(x))
    }
    with_value!(kind, |value| repeat(black_box(Boxing::new(&mut value)), times))
}

fn in_box(kind: Kind, times: u64) -> u64 {
    #[inline(never)]
    fn repeat(worker: &mut dyn Work, times: u64) -> u64 {
        repeat!(times, |x| dyn_box!(worker.work(x)))
    }
    with_value!(kind, |value| repeat(black_box(Boxing::new(&mut value)), times))
}

fn by_hand(kind: Kind, times: u64) -> u64 {
    #[inline(never)]
    fn repeat(worker: &mut dyn ByHand, times: u64) -> u64 {
        repeat!(times, |x| worker.work(x))
    }
    with_value!(kind, |value| repeat(black_box(&mut value), times))
}

fn by_hand_of_async_fn(kind: Kind, times: u64) -> u64 {
    #[inline(never)]
    fn repeat(worker: &mut dyn ByHandOfAsyncFn, times: u64) -> u64 {
        repeat!(times, |x| worker.work(x))
    }
    with_value!(kind, |value| repeat(black_box(&mut value), times))
}

fn async_trait(kind: Kind, times: u64) -> u64 {
    #[inline(never)]
    fn repeat(worker: &mut dyn AsyncTrait, times: u64) -> u64 {
        repeat!(times, |x| worker.work(x))
    }
    with_value!(kind, |value| repeat(black_box(&mut value), times))
}

fn dynosaur(kind: Kind, times: u64) -> u64 {
    #[inline(never)]
    fn repeat(worker: &mut DynDynosaur, times: u64) -> u64 {
        repeat!(times, |x| worker.work(x))
    }
    with_value!(kind, |value| repeat(black_box(DynDynosaur::from_mut(&mut value)), times))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_ways_do_the_same() {
        for (_, kind) in Kind::ALL {
            let expected = static_dispatch(kind, 300);
            for (name, way) in WAYS {
                assert_eq!(way(kind, 300), expected, "{name}");
            }
        }
    }
}
