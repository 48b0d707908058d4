//! Generic middleware that takes any `Fetch`, among them a `Box<dyn Fetch>`.
//!
//! `Retry<F>` and `Log<F>` own what they wrap and know its type, so that a fixed stack of them needs no box
//! at all. As the trait has `#[dyn_trait]`, a `Box<dyn Fetch>` is a `Fetch` too: the same middleware wraps
//! what is chosen at run time. Without the attribute, each would have to be written twice.
//!
//! What the box's `fetch` returns is what the `dyn`'s returns: passing it on costs neither another future nor
//! another allocation.
//!
//! ```text
//! cargo +afit run --bin generic_middleware
//! cargo +afit run --bin generic_middleware -- log retry log
//! ```

#![feature(async_fn_in_dyn_trait, dyn_trait_impls)]
#![allow(incomplete_features)]

use std::borrow::dyn_trait;
use std::boxed::Boxing;
use std::env;
use std::io::{self, ErrorKind};
use std::time::Duration;

use examples::{block_on, sleep};

#[dyn_trait]
trait Fetch {
    async fn fetch(&mut self, id: u32) -> io::Result<String>;
}

struct Retry<F> {
    inner: F,
    attempts: u32,
}

impl<F: Fetch> Fetch for Retry<F> {
    async fn fetch(&mut self, id: u32) -> io::Result<String> {
        let mut attempt = 1;
        loop {
            match self.inner.fetch(id).await {
                Err(error) if attempt < self.attempts && error.kind() == ErrorKind::TimedOut => {
                    sleep(Duration::from_millis(1 << attempt)).await;
                    attempt += 1;
                }
                result => return result,
            }
        }
    }
}

struct Log<F> {
    inner: F,
}

impl<F: Fetch> Fetch for Log<F> {
    async fn fetch(&mut self, id: u32) -> io::Result<String> {
        let result = self.inner.fetch(id).await;
        println!("    fetch {id}: {result:?}");
        result
    }
}

/// A server that times out twice before it answers.
#[derive(Default)]
struct Unreliable {
    calls: u32,
}

impl Fetch for Unreliable {
    async fn fetch(&mut self, id: u32) -> io::Result<String> {
        self.calls += 1;
        match self.calls % 3 {
            0 => Ok(format!("page {id}")),
            _ => Err(ErrorKind::TimedOut.into()),
        }
    }
}

/// Wrap `fetch` in these layers, the last one outermost.
fn with_layers(mut fetch: Box<dyn Fetch>, layers: &[String]) -> io::Result<Box<dyn Fetch>> {
    for layer in layers {
        fetch = match &**layer {
            "retry" => Boxing::new(Box::new(Retry { inner: fetch, attempts: 3 })),
            "log" => Boxing::new(Box::new(Log { inner: fetch })),
            other => return Err(io::Error::other(format!("there is no layer '{other}'"))),
        };
    }
    Ok(fetch)
}

/// Anything that fetches: owned or borrowed, known or a `dyn`.
async fn use_it(mut fetch: impl Fetch) {
    match fetch.fetch(7).await {
        Ok(page) => println!("  {page}"),
        Err(error) => println!("  nothing: {error}"),
    }
}

fn main() -> io::Result<()> {
    println!("a fixed stack, without a box");
    let mut stack = Log { inner: Retry { inner: Unreliable::default(), attempts: 3 } };
    block_on(use_it(&mut stack)); // lent
    block_on(use_it(stack)); // given away

    let mut layers: Vec<String> = env::args().skip(1).collect();
    if layers.is_empty() {
        layers = vec!["log".to_string(), "retry".to_string()];
    }
    println!("chosen at run time: {layers:?}");
    let chosen = with_layers(Boxing::new(Box::new(Unreliable::default())), &layers)?;
    block_on(use_it(chosen));
    Ok(())
}
