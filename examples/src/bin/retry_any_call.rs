//! The types of calls, where only a type can stand.
//!
//! `poll_sensor(u8)` is the type that calling `poll_sensor` with a `u8` returns: a future, which
//! has no other name. So a `Worker` stores it without a box, a `dyn` or a type parameter, and a
//! `Retry` does the same with an iterator that has a closure in it. `fetch_in_background` needs the
//! futures of two methods to be `Send`, and says so of their calls.
//!
//! ```text
//! cargo +afit run --bin retry_any_call
//! ```

#![feature(return_type_notation)]

use std::fmt::Display;
use std::future::poll_fn;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::thread::{self, JoinHandle};

// Fields of the types that free functions return ------------------------------------------------

async fn poll_sensor(id: u8) -> u32 {
    pause(1).await;
    20 + u32::from(id)
}

struct Worker {
    task: poll_sensor(u8),
}

/// How long to wait after each attempt.
fn delays<const LIMIT: usize>() -> impl Iterator<Item = u32> {
    (0..LIMIT).map(|attempt| 1 << attempt)
}

/// There is no argument that tells what `LIMIT` is, so a turbofish does.
struct Retry<const LIMIT: usize> {
    delays: delays::<LIMIT>(),
}

// Bounds on what methods return ----------------------------------------------------------------

trait Fetch {
    async fn connect(&mut self);
    async fn fetch<K: Display>(&mut self, key: K) -> Option<String>;
}

/// Fetch on another thread, and again until there is an answer.
///
/// `(..)` is for all arguments. That works for `connect`, which is generic over lifetimes only. For
/// `fetch`, the types of the arguments say which `K` is meant: no bound is for all types.
fn fetch_in_background<F, const LIMIT: usize>(mut source: F, key: u32) -> JoinHandle<String>
where
    F: Fetch + Send + 'static,
    F::connect(..): Send,
    for<'a> F::fetch(&'a mut F, u32): Send,
{
    spawn(async move {
        source.connect().await;
        let retry: Retry<LIMIT> = Retry { delays: delays() };
        for delay in retry.delays {
            if let Some(found) = source.fetch(key).await {
                return found;
            }
            pause(delay).await;
        }
        format!("no {key} after {LIMIT} attempts")
    })
}

/// It turns away a few requests before it answers one.
struct Server {
    busy: u32,
}

impl Fetch for Server {
    async fn connect(&mut self) {
        pause(1).await;
    }

    async fn fetch<K: Display>(&mut self, key: K) -> Option<String> {
        let Some(busy) = self.busy.checked_sub(1) else { return Some(format!("here is {key}")) };
        self.busy = busy;
        None
    }
}

// A small runtime -------------------------------------------------------------------------------

fn spawn<F: Future<Output: Send> + Send + 'static>(future: F) -> JoinHandle<F::Output> {
    thread::spawn(|| block_on(future))
}

/// Nobody wakes anybody here: this polls until the future is ready.
fn block_on<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return output;
        }
    }
}

/// Be pending for some polls.
async fn pause(polls: u32) {
    let mut polls = 0..polls;
    poll_fn(|_| if polls.next().is_some() { Poll::Pending } else { Poll::Ready(()) }).await
}

fn main() {
    let workers = [1, 2, 3].map(|id| Worker { task: poll_sensor(id) });
    println!("sensors: {:?}", workers.map(|worker| block_on(worker.task)));

    let patient = fetch_in_background::<_, 5>(Server { busy: 3 }, 7).join().unwrap();
    let hasty = fetch_in_background::<_, 2>(Server { busy: 3 }, 7).join().unwrap();
    println!("patient: {patient}\nhasty: {hasty}");
}
