//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A `#[track_caller]` method that returns a future, called through a `dyn`: the location is that of
// the call, and the arguments are where they belong.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features, refining_impl_trait)]

extern crate run_ready;

use std::boxed::Boxing;
use std::future::{Ready, ready};
use std::num::NonZero;
use std::panic::Location;

use run_ready::run;

trait Fetch {
    #[track_caller]
    fn fetch(&self, a: u64, b: u64, c: u64, d: u64, e: u64, f: u64, g: u64)
    -> impl Future<Output = (u64, u32)>;
    #[track_caller]
    fn word(&self) -> impl Future<Output = NonZero<usize>>;
    #[track_caller]
    fn sync(&self) -> u32;
    // Only the implementation tracks.
    fn untracked(&self) -> impl Future<Output = u64>;
}

struct Tracked;
impl Fetch for Tracked {
    #[track_caller]
    fn fetch(&self, a: u64, b: u64, c: u64, d: u64, e: u64, f: u64, g: u64)
    -> impl Future<Output = (u64, u32)> {
        ready((a + b + c + d + e + f + g, Location::caller().line()))
    }
    fn word(&self) -> Ready<NonZero<usize>> {
        ready(NonZero::new(Location::caller().line() as usize).unwrap())
    }
    fn sync(&self) -> u32 {
        Location::caller().line()
    }
    #[track_caller]
    fn untracked(&self) -> impl Future<Output = u64> {
        let _ = Location::caller();
        ready(7)
    }
}

fn main() {
    let fetch: &dyn Fetch = Boxing::new(&Tracked);
    assert_eq!(run(fetch.fetch(1, 2, 3, 4, 5, 6, 7)), (28, line!()));
    assert_eq!(run(fetch.word()).get(), line!() as usize);
    assert_eq!(fetch.sync(), line!());
    assert_eq!(run(fetch.untracked()), 7);
    let by_path = <dyn Fetch>::fetch(fetch, 1, 1, 1, 1, 1, 1, 1);
    assert_eq!(run(by_path), (7, line!() - 1));
}
