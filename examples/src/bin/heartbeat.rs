//! A client that asks a server, time and again, whether it is still there.
//!
//! `heartbeat` takes a `&mut dyn Link`, so it is compiled once, whatever the pings go over: TCP here,
//! or a link that is a table of what happens, to see how failures are counted. A call through the
//! `dyn` may also be given up: a future that takes too long is dropped, and its box with it.
//!
//! ```text
//! cargo +afit run --bin heartbeat                       # with a server of its own
//! cargo +afit run --bin heartbeat -- 127.0.0.1:7878     # of `tcp_server`, until that is gone
//! ```

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

use std::boxed::Boxing;
use std::io::{self, ErrorKind};
use std::time::Duration;
use std::{env, vec};

use examples::{Lines, Listener, block_on, sleep, spawn, timeout};

const LIMIT: Duration = Duration::from_millis(100);

// The trait -------------------------------------------------------------------------------------

trait Link {
    async fn exchange(&mut self, request: &str) -> io::Result<String>;

    /// What `heartbeat` needs, in terms of what a link has to have.
    async fn ping(&mut self, number: u32) -> io::Result<()> {
        let response = self.exchange(&format!("ping {number}")).await?;
        if response == format!("pong {number}") {
            Ok(())
        } else {
            Err(io::Error::new(ErrorKind::InvalidData, format!("unexpected '{response}'")))
        }
    }
}

struct Heartbeat {
    interval: Duration,
    /// How many failures in a row mean that the server is gone.
    tolerance: u32,
}

impl Heartbeat {
    /// Ping `beats` times, or until the server seems to be gone. Returns whether it is there.
    async fn watch(&self, name: &str, link: &mut dyn Link, beats: u32) -> bool {
        let mut missed = 0;
        for beat in 1..=beats {
            let outcome = match timeout(LIMIT, link.ping(beat)).await {
                Some(Ok(())) => {
                    missed = 0;
                    "alive".to_owned()
                }
                Some(Err(error)) => {
                    missed += 1;
                    format!("failed: {error}")
                }
                None => {
                    missed += 1;
                    format!("no answer in {LIMIT:?}")
                }
            };
            println!("{name}, beat {beat}: {outcome}");
            if missed >= self.tolerance {
                println!("{name} is gone");
                return false;
            }
            sleep(self.interval).await;
        }
        true
    }
}

// Links -----------------------------------------------------------------------------------------

impl Link for Lines {
    async fn exchange(&mut self, request: &str) -> io::Result<String> {
        self.write(request).await?;
        self.read().await?.ok_or_else(|| ErrorKind::ConnectionReset.into())
    }
}

enum Event {
    Answer,
    Silence,
    Garbage,
}

/// A link that is played from a list.
struct Script(vec::IntoIter<Event>);

impl Link for Script {
    async fn exchange(&mut self, request: &str) -> io::Result<String> {
        match self.0.next() {
            Some(Event::Answer) => Ok(request.replace("ping", "pong")),
            Some(Event::Silence) => std::future::pending().await,
            Some(Event::Garbage) => Ok(String::from("what?")),
            None => Err(ErrorKind::BrokenPipe.into()),
        }
    }
}

/// A server that answers a few pings, and then goes away.
async fn answer(listener: Listener, pings: u32) -> io::Result<()> {
    let mut client = listener.accept().await?;
    for _ in 0..pings {
        let Some(request) = client.read().await? else { break };
        client.write(&request.replace("ping", "pong")).await?;
    }
    Ok(())
}

async fn demonstrate(heartbeat: &Heartbeat) -> io::Result<()> {
    let listener = Listener::bind("127.0.0.1:0")?;
    let mut connection = Lines::connect(listener.address()?)?;
    let server = spawn(answer(listener, 2));

    let events = vec![Event::Answer, Event::Silence, Event::Answer, Event::Garbage];
    let mut script = Script(events.into_iter());

    // Two types, and one list of them.
    let links: [(&str, &mut dyn Link); 2] =
        [("script", Boxing::new(&mut script)), ("tcp", Boxing::new(&mut connection))];
    for (name, link) in links {
        assert!(!heartbeat.watch(name, link, 10).await);
    }
    server.await
}

fn main() -> io::Result<()> {
    match env::args().nth(1) {
        None => {
            let heartbeat = Heartbeat { interval: Duration::from_millis(5), tolerance: 2 };
            block_on(demonstrate(&heartbeat))
        }
        Some(address) => {
            let heartbeat = Heartbeat { interval: Duration::from_secs(1), tolerance: 3 };
            let mut connection = Lines::connect(&*address)?;
            let link: &mut dyn Link = Boxing::new(&mut connection);
            while block_on(heartbeat.watch(&address, link, 10)) {}
            Ok(())
        }
    }
}
