//! A TCP server for many clients at once, whose handlers are a `Vec<Box<dyn Handler>>`.
//!
//! `Handler` is a trait with an `async fn`. The handlers are of different types, each with futures
//! of its own size, and the server knows none of them: `Boxing` boxes a future when `handle` is
//! called through the `dyn`. `DynHandler` promises that these futures are `Send`, as the runtime
//! moves them between its threads.
//!
//! ```text
//! cargo +afit run --bin tcp_server                            # with three clients of its own
//! cargo +afit run --bin tcp_server -- serve 127.0.0.1:7878    # until it is stopped
//! ```
//!
//! A request is a line, as `nc` sends it: `sum 1 2 3`, `set key value`, `get key`, `sleep 100`,
//! `ping`, `help`, `quit`.

#![feature(async_fn_in_dyn_trait, return_type_notation)]
#![allow(incomplete_features)]

use std::boxed::Boxing;
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use std::{env, io};

use examples::{Lines, Listener, block_on, sleep, spawn};

// The trait -------------------------------------------------------------------------------------

trait Handler {
    /// For `help`. A method like any other, beside the one that is `async`.
    fn usage(&self) -> &str;

    /// The response, or `None` if this is for another handler.
    async fn handle(&self, request: &[&str]) -> Option<String>;
}

/// Any handler that the threads of a server can share, futures included.
type DynHandler = dyn Handler<handle(..): Send> + Send + Sync;

struct Server {
    handlers: Vec<Box<DynHandler>>,
}

impl Server {
    fn new() -> Self {
        let handlers: Vec<Box<DynHandler>> = vec![
            Boxing::new(Box::new(Ping)),
            Boxing::new(Box::new(Sum)),
            Boxing::new(Box::new(Sleep { limit: Duration::from_secs(10) })),
            Boxing::new(Box::new(Store::default())),
        ];
        Server { handlers }
    }

    async fn respond(&self, request: &str) -> String {
        let words: Vec<&str> = request.split_whitespace().collect();
        if words == ["help"] {
            let usages: Vec<&str> = self.handlers.iter().map(|handler| handler.usage()).collect();
            return usages.join(", ");
        }
        for handler in &self.handlers {
            if let Some(response) = handler.handle(&words).await {
                return response;
            }
        }
        format!("error: no handler for '{request}'")
    }

    async fn serve_client(&self, mut client: Lines) -> io::Result<()> {
        while let Some(request) = client.read().await? {
            if request == "quit" {
                break;
            }
            let response = self.respond(&request).await;
            client.write(&response).await?;
        }
        Ok(())
    }
}

async fn serve(server: Arc<Server>, listener: Listener) -> io::Result<()> {
    loop {
        let client = listener.accept().await?;
        let server = server.clone();
        // Without the promise, this is refused: the future awaits those of the handlers.
        let _detached = spawn(async move {
            if let Err(error) = server.serve_client(client).await {
                eprintln!("a client is gone: {error}");
            }
        });
    }
}

// Handlers --------------------------------------------------------------------------------------

struct Ping;

impl Handler for Ping {
    fn usage(&self) -> &str {
        "ping"
    }

    async fn handle(&self, request: &[&str]) -> Option<String> {
        let ["ping", rest @ ..] = request else { return None };
        Some(format!("pong {}", rest.join(" ")).trim_end().to_owned())
    }
}

struct Sum;

impl Handler for Sum {
    fn usage(&self) -> &str {
        "sum NUMBER.."
    }

    async fn handle(&self, request: &[&str]) -> Option<String> {
        let ["sum", numbers @ ..] = request else { return None };
        let sum: Result<i64, _> = numbers.iter().map(|number| number.parse::<i64>()).sum();
        Some(sum.map_or_else(|error| format!("error: {error}"), |sum| sum.to_string()))
    }
}

/// It waits, and keeps no other client waiting.
struct Sleep {
    limit: Duration,
}

impl Handler for Sleep {
    fn usage(&self) -> &str {
        "sleep MILLISECONDS"
    }

    async fn handle(&self, request: &[&str]) -> Option<String> {
        let ["sleep", time] = request else { return None };
        let Ok(time) = time.parse() else { return Some(format!("error: '{time}' is no time")) };
        sleep(Duration::from_millis(time).min(self.limit)).await;
        Some(format!("slept {time} ms"))
    }
}

#[derive(Default)]
struct Store(Mutex<BTreeMap<String, String>>);

impl Handler for Store {
    fn usage(&self) -> &str {
        "get KEY, set KEY VALUE"
    }

    async fn handle(&self, request: &[&str]) -> Option<String> {
        let mut entries = self.0.lock().unwrap();
        match request {
            ["get", key] => {
                Some(entries.get(*key).cloned().unwrap_or_else(|| "nothing".to_owned()))
            }
            ["set", key, value @ ..] => {
                entries.insert(key.to_string(), value.join(" "));
                Some("done".to_owned())
            }
            _ => None,
        }
    }
}

// Clients ---------------------------------------------------------------------------------------

async fn talk(address: SocketAddr, requests: &[&str]) -> io::Result<Vec<String>> {
    let mut server = Lines::connect(address)?;
    let mut transcript = vec![];
    for request in requests {
        server.write(request).await?;
        match server.read().await? {
            Some(response) => transcript.push(format!("{request} -> {response}")),
            None => break,
        }
    }
    Ok(transcript)
}

/// Three clients at once, the first of which is slow.
async fn demonstrate(address: SocketAddr) -> io::Result<()> {
    let slow = spawn(talk(address, &["sleep 50", "ping", "quit"]));
    let stores = spawn(talk(address, &["set name Ferris the crab", "get name", "get nothing"]));
    let asks = spawn(talk(address, &["help", "sum 1 2 3", "sum one", "dance"]));
    for (name, client) in [("asks", asks.await?), ("stores", stores.await?), ("slow", slow.await?)]
    {
        for line in client {
            println!("{name}: {line}");
        }
    }
    Ok(())
}

fn main() -> io::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(|argument| &**argument).collect();
    let server = Arc::new(Server::new());
    match arguments[..] {
        [] => {
            let listener = Listener::bind("127.0.0.1:0")?;
            let address = listener.address()?;
            let _until_the_end = spawn(serve(server, listener));
            block_on(demonstrate(address))
        }
        ["serve", address] => {
            let listener = Listener::bind(address)?;
            println!("listening at {}", listener.address()?);
            block_on(serve(server, listener))
        }
        _ => {
            eprintln!("usage: tcp_server [serve ADDRESS:PORT]");
            std::process::exit(2);
        }
    }
}
