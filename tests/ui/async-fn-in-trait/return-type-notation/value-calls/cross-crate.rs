// Bounds on what calling a value returns, and such types, mean the same in another crate.

//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally
//@ edition: 2024
//@ aux-build: handlers.rs
//@ aux-build: ../../../named-return-types/auxiliary/run_ready.rs
//@ run-pass

extern crate handlers;
extern crate run_ready;

use handlers::{Router, first, is_send, route, serve};
use run_ready::run;

async fn len(text: &str) -> usize {
    text.len()
}

struct Closures<F>(F);

impl<F: AsyncFn(&str) -> usize + Send + Sync + 'static> Router for Closures<F> {
    type Handler = F;
    fn handler(self) -> F {
        self.0
    }
}

fn main() {
    assert_eq!(run(is_send(serve(len))), 3);
    let owned = String::from("owned");
    let add = async move |text: &str| text.len() + owned.len();
    assert_eq!(run(is_send(route(Closures(add)))), 13);
    assert_eq!(run(first(|text| async move { text.len() })), 5);
}
