//! Handlers that are `async` functions and closures, on threads of their own.
//!
//! A server takes any `AsyncFn(&str) -> String`. To run a request on another thread, what calling the
//! handler returns has to be `Send`, and `H(..): Send` says so. There is no box, and no type
//! parameter for the future. The library builds for a target without threads as well: there,
//! `MaybeSend` asks for nothing, and the same traits and functions are written once.
//!
//! ```text
//! cargo +afit run --bin async_handlers
//! ```

#![feature(async_auto_trait_bounds, return_type_notation, trait_alias)]
#![allow(incomplete_features)]

use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

#[cfg(not(target_family = "wasm"))]
trait MaybeSend = Send;
#[cfg(target_family = "wasm")]
trait MaybeSend =;

// A server with handlers ------------------------------------------------------------------------

struct Server<H> {
    handler: Arc<H>,
}

impl<H> Server<H>
where
    H: AsyncFn(&str) -> String + Send + Sync + 'static,
    H(..): Send,
{
    fn new(handler: H) -> Self {
        Server { handler: Arc::new(handler) }
    }

    /// One thread for each request.
    fn serve(&self, requests: &[&'static str]) -> Vec<String> {
        let spawned = requests.iter().map(|&request| {
            let handler = self.handler.clone();
            spawn(async move { handler(request).await })
        });
        spawned.collect::<Vec<_>>().into_iter().map(|thread| thread.join().unwrap()).collect()
    }
}

// A job that is started and finished later ------------------------------------------------------

/// What calling an `AsyncFnOnce` returns is a type like any other.
struct Job<F: AsyncFnOnce(u32) -> u32> {
    running: F(u32),
}

fn start<F: AsyncFnOnce(u32) -> u32>(job: F, input: u32) -> Job<F> {
    Job { running: job(input) }
}

// A library that is `Send` where there are threads ----------------------------------------------

/// The trait asks it of its own futures: who uses a `Store` writes no bound.
trait Store: async MaybeSend + Sync + 'static {
    async fn get(&self, key: &str) -> Option<String>;

    async fn get_or(&self, key: &str, default: &str) -> String {
        self.get(key).await.unwrap_or_else(|| default.to_owned())
    }
}

struct Colors;

impl Store for Colors {
    async fn get(&self, key: &str) -> Option<String> {
        (key == "sky").then(|| "blue".to_owned())
    }
}

fn look_up<S: Store>(store: S, keys: &'static [&'static str]) -> Vec<String> {
    let all = async move {
        let mut found = vec![];
        for key in keys {
            found.push(store.get_or(key, "grey").await);
        }
        found
    };
    spawn(all).join().unwrap()
}

// Running it ------------------------------------------------------------------------------------

async fn shout(request: &str) -> String {
    request.to_uppercase()
}

fn main() {
    println!("{}", Server::new(shout).serve(&["hello", "there"]).join(" "));

    let greeting = String::from("good morning,");
    let greeter = Server::new(async move |name: &str| format!("{greeting} {name}"));
    println!("{}", greeter.serve(&["Ferris"]).concat());

    let job = start(async |n| n * 2, 21);
    println!("the job gives {}", spawn(job.running).join().unwrap());

    println!("sky and sea are {}", look_up(Colors, &["sky", "sea"]).join(" and "));
}

fn spawn<F>(future: F) -> std::thread::JoinHandle<F::Output>
where
    F: Future<Output: Send> + Send + 'static,
{
    std::thread::spawn(move || {
        let mut future = pin!(future);
        loop {
            let mut context = Context::from_waker(Waker::noop());
            if let Poll::Ready(output) = future.as_mut().poll(&mut context) {
                return output;
            }
            std::thread::yield_now();
        }
    })
}
