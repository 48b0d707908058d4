//@ edition: 2024

// An executor for futures that never wait.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// Poll the future until it is ready.
pub fn run<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    let mut cx = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut cx) {
            return output;
        }
    }
}
