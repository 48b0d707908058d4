//! A generic function that spawns all futures of a trait on threads, with one bound.
//!
//! `run_jobs` calls whatever it likes of a `Database`, and takes each of the futures to another
//! thread. It says so once:
//!
//! ```text
//! where DB: Database + async Send + Sync + 'static
//! ```
//!
//! The bound is about every `async fn` of `Database` and of its supertrait `Connection`. So a job
//! that calls another one of them, tomorrow, needs no other bound, and no caller has to change. The
//! trait itself promises nothing: `Local` below is a database whose futures stay on their thread.
//!
//! ```text
//! cargo +afit run --bin send_every_future
//! ```

#![feature(async_auto_trait_bounds)]

use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

use examples::{block_on, spawn_thread, yield_now};

trait Connection {
    async fn ping(&self) -> bool;
}

trait Database: Connection {
    async fn get(&self, key: &str) -> Option<u32>;
    async fn put(&self, key: &str, value: u32);

    /// What is in the database, which may take a while.
    fn keys(&self) -> impl Future<Output = Vec<String>>;
}

// What this program is about --------------------------------------------------------------------

enum Job {
    Ping,
    Put(&'static str, u32),
    Double(&'static str),
    Count,
}

/// Run each job on a thread of its own, one after another so that the output is always the same.
fn run_jobs<DB>(db: DB, jobs: Vec<Job>) -> Vec<String>
where
    DB: Database + async Send + Sync + 'static,
{
    let db = Arc::new(db);
    jobs.into_iter()
        .map(|job| {
            let db = db.clone();
            spawn_thread(async move { run_job(&*db, job).await })
                .join()
                .expect("a job has panicked")
        })
        .collect()
}

/// A future that holds, while it waits, those that the database returns.
async fn run_job<DB: Database>(db: &DB, job: Job) -> String {
    match job {
        Job::Ping => format!("ping: {}", db.ping().await),
        Job::Put(key, value) => {
            db.put(key, value).await;
            format!("put {key}: {value}")
        }
        Job::Double(key) => match db.get(key).await {
            Some(value) => {
                db.put(key, 2 * value).await;
                format!("double {key}: {value} to {}", 2 * value)
            }
            None => format!("double {key}: not there"),
        },
        Job::Count => format!("count: {:?}", db.keys().await),
    }
}

/// A trait that asks for it of whoever implements it, so that nobody else has to.
trait SendDatabase: Database + async Send + Sync + 'static {}

fn count_in_background(db: impl SendDatabase) -> JoinHandle<usize> {
    spawn_thread(async move { db.keys().await.len() })
}

// Two databases ---------------------------------------------------------------------------------

/// One that threads can share.
#[derive(Default)]
struct Shared(Mutex<BTreeMap<String, u32>>);

impl Connection for Shared {
    async fn ping(&self) -> bool {
        yield_now().await;
        true
    }
}

impl Database for Shared {
    async fn get(&self, key: &str) -> Option<u32> {
        yield_now().await;
        self.0.lock().unwrap().get(key).copied()
    }

    async fn put(&self, key: &str, value: u32) {
        yield_now().await;
        self.0.lock().unwrap().insert(key.to_string(), value);
    }

    async fn keys(&self) -> Vec<String> {
        self.0.lock().unwrap().keys().cloned().collect()
    }
}

impl SendDatabase for Shared {}

/// One whose `get` keeps an `Rc` while it waits. It is `Send + Sync` itself.
struct Local;

impl Connection for Local {
    async fn ping(&self) -> bool {
        true
    }
}

impl Database for Local {
    async fn get(&self, key: &str) -> Option<u32> {
        let key: Rc<str> = key.into();
        yield_now().await;
        Some(key.len() as u32)
    }

    async fn put(&self, _: &str, _: u32) {}

    async fn keys(&self) -> Vec<String> {
        vec![]
    }
}

fn main() {
    let jobs = vec![
        Job::Ping,
        Job::Put("a", 1),
        Job::Put("b", 20),
        Job::Double("b"),
        Job::Double("c"),
        Job::Count,
    ];
    for line in run_jobs(Shared::default(), jobs) {
        println!("{line}");
    }
    println!("in the background: {}", count_in_background(Shared::default()).join().unwrap());

    // error: future cannot be sent between threads safely
    //        future returned by `get` is not `Send`
    //
    //     run_jobs(Local, vec![]);
    //
    println!("on this thread: {}", block_on(run_job(&Local, Job::Double("local"))));
}
