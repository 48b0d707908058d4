//! Middleware that takes a `&mut dyn Fetch`, and is a `Fetch` itself.
//!
//! `Retry`, `Log` and `Cache` each wrap something that fetches, whatever it is. None of them has a
//! type parameter: which of them are there, and in which order, is decided at run time, by a list
//! of words. Generic code would have a type for each order.
//!
//! Through a `dyn` a call allocates its future, once. `direct` shows what stays as it was: generic
//! code, which calls the same methods without a `dyn` and so without an allocation.
//!
//! ```text
//! cargo +afit run --bin retry_middleware
//! cargo +afit run --bin retry_middleware -- log retry cache
//! ```

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

use std::boxed::Boxing;
use std::collections::BTreeMap;
use std::env;
use std::io::{self, ErrorKind};
use std::time::Duration;

use examples::{block_on, sleep};

type ResourceId = u32;
type ResourceData = Vec<u8>;

trait Fetch {
    async fn fetch(&mut self, request: ResourceId) -> io::Result<ResourceData>;
}

// Middleware ------------------------------------------------------------------------------------

struct Retry<'f> {
    inner: &'f mut dyn Fetch,
    attempts: u32,
}

impl Fetch for Retry<'_> {
    async fn fetch(&mut self, request: ResourceId) -> io::Result<ResourceData> {
        let mut attempt = 1;
        loop {
            match self.inner.fetch(request).await {
                Err(error) if attempt < self.attempts && is_temporary(&error) => {
                    sleep(Duration::from_millis(1 << attempt)).await;
                    attempt += 1;
                }
                result => return result,
            }
        }
    }
}

fn is_temporary(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::ConnectionReset | ErrorKind::TimedOut)
}

struct Log<'f> {
    inner: &'f mut dyn Fetch,
}

impl Fetch for Log<'_> {
    async fn fetch(&mut self, request: ResourceId) -> io::Result<ResourceData> {
        let result = self.inner.fetch(request).await;
        match &result {
            Ok(data) => println!("    fetch {request}: {} bytes", data.len()),
            Err(error) => println!("    fetch {request}: {error}"),
        }
        result
    }
}

struct Cache<'f> {
    inner: &'f mut dyn Fetch,
    entries: BTreeMap<ResourceId, ResourceData>,
}

impl Fetch for Cache<'_> {
    async fn fetch(&mut self, request: ResourceId) -> io::Result<ResourceData> {
        if let Some(data) = self.entries.get(&request) {
            return Ok(data.clone());
        }
        let data = self.inner.fetch(request).await?;
        self.entries.insert(request, data.clone());
        Ok(data)
    }
}

// At the bottom ---------------------------------------------------------------------------------

/// A server that is reset twice before it answers.
#[derive(Default)]
struct Unreliable {
    calls: u32,
}

impl Fetch for Unreliable {
    async fn fetch(&mut self, request: ResourceId) -> io::Result<ResourceData> {
        self.calls += 1;
        sleep(Duration::from_millis(1)).await;
        match request {
            404 => Err(ErrorKind::NotFound.into()),
            _ if !self.calls.is_multiple_of(3) => Err(ErrorKind::ConnectionReset.into()),
            size => Ok(vec![0; size as usize]),
        }
    }
}

// In the middle ---------------------------------------------------------------------------------

/// Wrap `fetch` in these layers, the last one outermost, and use what that gives.
///
/// The function calls itself, as each layer borrows the one below: so it is boxed, once a layer.
async fn with_layers(fetch: &mut dyn Fetch, layers: &[&str]) -> io::Result<()> {
    let Some((layer, others)) = layers.split_first() else { return use_it(fetch).await };
    match *layer {
        "retry" => {
            let mut retry = Retry { inner: fetch, attempts: 3 };
            Box::pin(with_layers(Boxing::new(&mut retry), others)).await
        }
        "log" => {
            let mut log = Log { inner: fetch };
            Box::pin(with_layers(Boxing::new(&mut log), others)).await
        }
        "cache" => {
            let mut cache = Cache { inner: fetch, entries: BTreeMap::new() };
            Box::pin(with_layers(Boxing::new(&mut cache), others)).await
        }
        other => Err(io::Error::other(format!("there is no layer '{other}'"))),
    }
}

async fn use_it(fetch: &mut dyn Fetch) -> io::Result<()> {
    for request in [5, 404, 5] {
        match fetch.fetch(request).await {
            Ok(data) => println!("  {request} is {data:?}"),
            Err(error) => println!("  {request} is missing: {error}"),
        }
    }
    Ok(())
}

/// The same without a `dyn`.
async fn direct<F: Fetch>(fetch: &mut F) -> usize {
    let mut received = 0;
    for request in 1..=6 {
        received += fetch.fetch(request).await.map_or(0, |data| data.len());
    }
    received
}

fn main() -> io::Result<()> {
    let chosen: Vec<String> = env::args().skip(1).collect();
    let chosen: Vec<&str> = chosen.iter().map(|layer| &**layer).collect();
    let orders: &[&[&str]] = match &chosen[..] {
        [] => &[&[], &["log", "retry"], &["retry", "log"], &["retry", "cache", "log"]],
        chosen => &[chosen],
    };
    for layers in orders {
        println!("{layers:?}");
        let mut server = Unreliable::default();
        block_on(with_layers(Boxing::new(&mut server), layers))?;
        println!("  {} calls", server.calls);
    }
    println!("without a `dyn`: {} bytes", block_on(direct(&mut Unreliable::default())));
    Ok(())
}
