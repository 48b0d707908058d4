//@ run-pass
//@ aux-build: queries.rs
//@ revisions: current next current_2018 next_2018
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[current] edition: 2024
//@[next] edition: 2024
//@[current_2018] edition: 2018
//@[next_2018] edition: 2018
//@[next] compile-flags: -Znext-solver=globally
//@[next_2018] compile-flags: -Znext-solver=globally

// A crate without the gate polls, stores and spawns the futures of one that has it, and calls
// methods of a `dyn` whose type it does not write. So it does in an old edition.

extern crate queries;

// Not in the prelude of 2018.
use std::future::Future;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};
use std::thread;

use queries::{Echo, Query};

fn run<F: Future>(future: F) -> F::Output {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(output) => output,
        Poll::Pending => panic!("not ready"),
    }
}
fn spawn<F: Future<Output: Send> + Send + 'static>(future: F) -> F::Output {
    thread::spawn(|| run(future)).join().unwrap()
}

// The alias is the other crate's.
fn aliased(query: &queries::DynQuery<u32>) -> u32 {
    run(query.dispatch(9))
}

struct Twice;
impl Query<u32> for Twice {
    async fn dispatch(&self, value: u32) -> u32 {
        2 * value
    }
}

fn main() {
    // Futures that await such a method inside.
    assert_eq!(run(queries::run()), 1);
    assert_eq!(spawn(queries::run()), 1);
    assert_eq!(spawn(queries::inlined(2)), 2);
    assert_eq!(run(queries::not_send()), 3);
    assert_eq!(spawn(async { queries::generic(&*queries::echo(), 4).await }), 4);
    let boxed: Pin<Box<dyn Future<Output = u32> + Send>> = Box::pin(queries::run());
    assert_eq!(run(boxed), 1);

    // Methods of an inferred type.
    let query = queries::echo();
    assert_eq!(run(query.dispatch(5)), 5);
    assert_eq!(spawn(async move { query.dispatch(6).await }), 6);
    let query = queries::all();
    assert_eq!(spawn(async move { query.dispatch(7).await }), 7);
    assert_eq!(run(queries::make(Twice).dispatch(8)), 16);
    assert_eq!(run(queries::make(Echo).dispatch("text")), "text");
    assert_eq!(aliased(&*queries::echo()), 9);
}
