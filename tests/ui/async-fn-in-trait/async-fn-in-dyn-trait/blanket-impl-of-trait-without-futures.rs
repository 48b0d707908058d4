//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A blanket impl that covers `dyn` types is fine for a trait that has no futures of its own: an
// extension trait, or a name for a bound.

#![feature(async_fn_in_dyn_trait, return_type_notation)]
#![allow(incomplete_features)]

extern crate run_ready;

use std::boxed::Boxing;

use run_ready::run;

trait Fetch {
    async fn fetch(&self) -> u8;
}
trait SendFetch: Fetch<fetch(..): Send> {}
impl<T: Fetch<fetch(..): Send> + ?Sized> SendFetch for T {}

trait FetchExt: Fetch {
    fn length(&self) -> usize {
        size_of_val(self)
    }
}
impl<T: Fetch + ?Sized> FetchExt for T {}

struct Value(u8);
impl Fetch for Value {
    async fn fetch(&self) -> u8 {
        self.0
    }
}

fn is_send<T: Send>(t: T) -> T {
    t
}

fn main() {
    let fetch: &dyn SendFetch = Boxing::new(&Value(1));
    assert_eq!(run(is_send(fetch.fetch())), 1);
    let fetch: &dyn FetchExt = Boxing::new(&Value(2));
    assert_eq!(run(fetch.fetch()), 2);
    assert_eq!(fetch.length(), 1);
    let fetch: &dyn Fetch = fetch;
    assert_eq!(fetch.length(), 1);
}
