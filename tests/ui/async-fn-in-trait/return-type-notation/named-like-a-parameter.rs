//@ check-pass
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// In the signature of a function, a parameter hides no function of its name.

#![feature(return_type_notation)]
#![allow(dead_code)]

fn fetch(id: u32) -> u32 {
    id
}

fn argument(fetch: fetch(u32)) -> u32 {
    fetch
}
fn later_argument(before: fetch(u32), fetch: u32) -> u32 {
    before + fetch
}
fn returned(fetch: u32) -> fetch(u32) {
    fetch
}
async fn asynchronous(fetch: Option<fetch(u32)>) -> fetch(u32) {
    fetch.unwrap_or(0)
}
trait Trait {
    fn method(fetch: fetch(u32));
}
impl Trait for u8 {
    fn method(fetch: fetch(u32)) {
        let _: u32 = fetch;
    }
}

fn main() {
    let closure = |fetch: fetch(u32)| -> fetch(u32) { fetch };
    closure(1);
}
