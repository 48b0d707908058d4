//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver
//@ run-pass
//@ aux-build: run_ready.rs

// The name is a type: it stands wherever a type may stand, and a call's result is of that type.

#![feature(named_return_types)]

extern crate run_ready;

use std::pin::Pin;
use std::task::{Context, Poll};

use run_ready::run;

trait Fetch {
    async fn fetch(&mut self, id: u32) -> u32;
}

struct Doubler(u32);
impl Fetch for Doubler {
    async fn fetch(&mut self, id: u32) -> u32 {
        self.0 += 1;
        id * 2 + self.0
    }
}

// A struct field.
struct Pending<'a, F: Fetch + 'a> {
    inner: Pin<Box<F::fetch<'a>>>,
    polls: usize,
}
impl<'a, F: Fetch> Future for Pending<'a, F> {
    type Output = u32;
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<u32> {
        self.polls += 1;
        self.inner.as_mut().poll(cx)
    }
}

// An enum, a return type, an argument, a type alias, a generic argument.
enum Either<'a, F: Fetch + 'a> {
    Started(F::fetch<'a>),
    Done(u32),
}
fn start<'a, F: Fetch>(f: &'a mut F, id: u32) -> <F as Fetch>::fetch<'a> {
    f.fetch(id)
}
fn finish<'a, F: Fetch + 'a>(future: F::fetch<'a>) -> u32 {
    run(future)
}
type Fut<'a, F> = <F as Fetch>::fetch<'a>;
fn through_alias<'a, F: Fetch + 'a>(future: Fut<'a, F>) -> Vec<F::fetch<'a>> {
    vec![future]
}

// An associated type, and a function pointer.
trait Starter {
    type Started<'a>: Future<Output = u32>
    where
        Self: 'a;
    fn start(&mut self) -> Self::Started<'_>;
}
impl<F: Fetch> Starter for F {
    type Started<'a>
        = F::fetch<'a>
    where
        Self: 'a;
    fn start(&mut self) -> F::fetch<'_> {
        self.fetch(20)
    }
}

fn in_bodies<F: Fetch>(f: &mut F) -> u32 {
    let fut: F::fetch<'_> = f.fetch(1);
    let first = run(fut);
    let boxed: Pin<Box<<F as Fetch>::fetch<'_>>> = Box::pin(f.fetch(2));
    let second = run(boxed);
    let start: fn(&mut F) -> F::fetch<'_> = |f| f.fetch(3);
    first + second + run(start(f)) + run::<F::fetch<'_>>(f.fetch(4))
}

fn main() {
    let mut doubler = Doubler(0);
    let pending = Pending::<Doubler> { inner: Box::pin(doubler.fetch(10)), polls: 0 };
    assert_eq!(run(pending), 21);

    {
        let either: Either<'_, Doubler> = Either::Started(start(&mut doubler, 10));
        let done = match either {
            Either::Started(future) => Either::<Doubler>::Done(finish::<Doubler>(future)),
            done => done,
        };
        assert!(matches!(done, Either::Done(22)));
    }

    let futures = through_alias::<Doubler>(doubler.fetch(10));
    for future in futures {
        assert_eq!(run(future), 23);
    }
    assert_eq!(run(Starter::start(&mut doubler)), 44);
    assert_eq!(in_bodies(&mut doubler), (2 + 5) + (4 + 6) + (6 + 7) + (8 + 8));
}
