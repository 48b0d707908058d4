//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver
//@ run-pass
//@ aux-build: run_ready.rs

// `Self::fetch` in a trait, in its default bodies, and in an impl.

#![feature(named_return_types)]

extern crate run_ready;

use run_ready::run;

trait Fetch {
    async fn fetch(&self, id: u32) -> u32;

    fn start(&self) -> Self::fetch<'_> {
        self.fetch(1)
    }

    fn spawn_twice(&self)
    where
        Self::fetch: Send,
    {
        assert_send(self.fetch(1));
        assert_send(self.start());
    }

    fn finish<'a>(&self, futures: Vec<Self::fetch<'a>>) -> u32
    where
        Self: 'a,
    {
        futures.into_iter().map(run).sum()
    }

    async fn with_default_body(&self) -> u32 {
        let future: Self::fetch<'_> = self.start();
        future.await + 1
    }

    fn of_default_body(&self) -> Self::with_default_body<'_> {
        self.with_default_body()
    }
}

fn assert_send<T: Send>(_: T) {}

struct Doubler(u32);
impl Fetch for Doubler {
    async fn fetch(&self, id: u32) -> u32 {
        id * 2 + self.0
    }

    fn start(&self) -> Self::fetch<'_> {
        let future: Self::fetch<'_> = self.fetch(10);
        future
    }
}

struct Plain;
impl Fetch for Plain {
    async fn fetch(&self, id: u32) -> u32 {
        id
    }
}

fn main() {
    let doubler = Doubler(1);
    doubler.spawn_twice();
    assert_eq!(run(doubler.start()), 21);
    assert_eq!(doubler.finish(vec![doubler.start(), doubler.fetch(2)]), 21 + 5);
    assert_eq!(run(doubler.with_default_body()), 22);
    assert_eq!(run(Plain.start()), 1);
    assert_eq!(run(Plain.of_default_body()), 2);
}
