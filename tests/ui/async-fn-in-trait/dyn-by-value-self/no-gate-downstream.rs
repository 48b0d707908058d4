//@ run-pass
//@ aux-build: connections.rs
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A crate without gates implements the trait, and has others call its methods.

extern crate connections;
extern crate run_ready;

use connections::{Connection, boxed, close, close_inline, generic, id};
use run_ready::run;

struct Tcp(String);

impl Connection for Tcp {
    fn id(self) -> u32 {
        self.0.len() as u32
    }
    async fn close(self) -> u32 {
        self.0.len() as u32
    }
}

fn main() {
    let new = || Tcp("four".to_string());
    assert_eq!(id(boxed(new())), 4);
    assert_eq!(run(close(boxed(new()))), 4);
    assert_eq!(run(close_inline(boxed(new()))), 4);
    assert_eq!(run(generic(boxed(new()), close)), 4);
}
