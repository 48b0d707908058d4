//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ aux-build: fetch.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// The implementations are those of the trait's crate, whoever uses them with whatever gates.

extern crate fetch;
extern crate run_ready;

use fetch::{Close, Fetch, Named, Store};
use run_ready::run;

struct Value(u32);

impl Named for Value {
    type Name = String;
}
impl Fetch for Value {
    const ID: u32 = 2;
    async fn fetch(&self, key: &str) -> u32 {
        self.0 + key.len() as u32
    }
}
impl Store for Value {
    async fn put(&mut self, value: u32) -> u32 {
        std::mem::replace(&mut self.0, value)
    }
}
impl Close for Value {
    async fn close(self) -> u32 {
        self.0
    }
}

fn fetch_it<F: Fetch<Name = String> + Send + 'static>(f: F) -> u32 {
    assert_eq!(F::ID, 2);
    assert_eq!(f.load::<u8>("abc".to_owned()), 3);
    run(f.fetch("a"))
}

fn is_send<T: Send>(t: T) -> T {
    t
}

async fn store(mut s: impl Store) -> u32 {
    s.put(5).await + s.put(6).await
}

fn main() {
    assert_eq!(fetch_it(Box::new(Value(1))), 2);
    // It is known what the future is.
    run(is_send(Box::new(Value(1)).fetch("a")));
    assert_eq!(run(store(&mut Value(4))), 9);
    assert_eq!(run(Box::new(Value(4)).close()), 4);
}
