//! What the futures do.

use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

#[derive(Clone, Copy)]
pub enum Kind {
    Ready,
    Suspends,
    Large,
}

impl Kind {
    pub const ALL: [(&str, Kind); 3] =
        [("ready", Kind::Ready), ("suspends", Kind::Suspends), ("large", Kind::Large)];
}

#[derive(Default)]
pub struct Ready(pub u64);
#[derive(Default)]
pub struct Suspends(pub u64);
#[derive(Default)]
pub struct Large(pub u64);

/// The bodies: a macro, so that each way has them in an `async fn` of its own and not in one more
/// future.
macro_rules! for_each_kind {
    ($use:ident) => {
        $use! {
            // Ready at once.
            Ready: |self, x| {
                self.0 ^= x;
                self.0
            }
            // Pending once.
            Suspends: |self, x| {
                work::Once::default().await;
                self.0 ^= x;
                self.0
            }
            // Pending once, with 1 KiB that lives on.
            Large: |self, x| {
                let mut buffer = [0_u64; 128];
                buffer[x as usize % 128] = x;
                std::hint::black_box(&mut buffer);
                work::Once::default().await;
                self.0 ^= buffer[7];
                self.0
            }
        }
    };
}
pub(crate) use for_each_kind;

#[derive(Default)]
pub struct Once(bool);

impl Future for Once {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        if std::mem::replace(&mut self.0, true) { Poll::Ready(()) } else { Poll::Pending }
    }
}

#[inline]
pub fn block_on<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    let mut cx = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut cx) {
            return output;
        }
    }
}
