//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver
//@ run-pass

// For a concrete type, the fully qualified name is the very type that its method returns, with the
// auto traits that this type has.

#![feature(named_return_types)]

trait Fetch {
    async fn fetch(&mut self, id: u32) -> u32;
}

struct Doubler;
impl Fetch for Doubler {
    async fn fetch(&mut self, id: u32) -> u32 {
        id * 2
    }
}

struct Slot<'a> {
    future: Option<<Doubler as Fetch>::fetch<'a>>,
}

fn assert_send<T: Send>(t: T) -> T {
    t
}

/// Poll a future that never waits until it is ready.
fn run<F: Future>(future: F) -> F::Output {
    let mut future = std::pin::pin!(future);
    let mut cx = std::task::Context::from_waker(std::task::Waker::noop());
    loop {
        if let std::task::Poll::Ready(output) = future.as_mut().poll(&mut cx) {
            return output;
        }
    }
}

fn main() {
    let mut doubler = Doubler;
    let fut: <Doubler as Fetch>::fetch<'_> = doubler.fetch(1);
    assert_eq!(run(assert_send(fut)), 2);
    let mut slot = Slot { future: Some(doubler.fetch(3)) };
    assert_eq!(slot.future.take().map(run), Some(6));
}
