//! What the programs share: a trait with an `async fn`, one whose futures are `Send`, an implementation, and
//! two ways to run a future.

#![feature(async_auto_trait_bounds)]

use std::pin::pin;
use std::task::{Context, Poll, Waker};

pub trait Db {
    async fn get(&self, key: u32) -> u32;
}

/// What to bound by on an item whose macro can't parse `async Send`.
pub trait SendDb: Db + async Send + Sync + 'static {}
impl<D: Db + async Send + Sync + 'static> SendDb for D {}

/// Finds the key's double.
#[derive(Default)]
pub struct Pg;

impl Db for Pg {
    async fn get(&self, key: u32) -> u32 {
        2 * key
    }
}

/// For futures that never wait.
pub fn block_on<F: Future>(future: F) -> F::Output {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(output) => output,
        Poll::Pending => panic!("this future waits"),
    }
}

/// The same on another thread.
pub fn spawn<F: Future<Output: Send> + Send>(future: F) -> F::Output {
    std::thread::scope(|scope| scope.spawn(|| block_on(future)).join().unwrap())
}
