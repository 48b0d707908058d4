//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// What a call through a `dyn` returns is two words, and has the auto traits that it should.

#![feature(async_fn_in_dyn_trait, named_return_types, return_type_notation)]
#![allow(incomplete_features)]

extern crate run_ready;

use std::boxed::Boxing;
use std::fmt::Debug;

use run_ready::run;

trait Fetch {
    async fn fetch(&self, id: u32) -> [u64; 100];
}
struct Value;
impl Fetch for Value {
    async fn fetch(&self, id: u32) -> [u64; 100] {
        [id.into(); 100]
    }
}

type Promises = dyn Fetch<fetch(..): Send + Unpin + Sync>;

fn assert_send<T: Send + Sync + Unpin>() {}
fn assert_debug<T: Debug>(t: &T) -> String {
    format!("{t:?}")
}

struct Stored<'a>(<dyn Fetch + 'a as Fetch>::fetch<'a>);

fn main() {
    const WORDS: usize = 2 * size_of::<usize>();
    assert_eq!(size_of::<<dyn Fetch as Fetch>::fetch<'_>>(), WORDS);
    assert_eq!(size_of::<<Promises as Fetch>::fetch<'_>>(), WORDS);
    assert_eq!(size_of::<Stored<'_>>(), WORDS);
    assert_eq!(size_of::<Option<<dyn Fetch as Fetch>::fetch<'_>>>(), WORDS);
    assert_send::<<Promises as Fetch>::fetch<'static>>();

    let fetch: &dyn Fetch = Boxing::new(&Value);
    let stored = Stored(fetch.fetch(3));
    assert_eq!(assert_debug(&stored.0), "DynFuture { .. }");
    assert_eq!(run(stored.0), [3; 100]);
    // In a `dyn` of another kind.
    let boxed: Box<dyn Future<Output = [u64; 100]> + '_> = Box::new(fetch.fetch(4));
    assert_eq!(run(Box::into_pin(boxed)), [4; 100]);
}
