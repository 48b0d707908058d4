//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// gate-test-refine
//
// Without the gate the attribute is refused, wherever it stands, and the gate is named. Nothing
// else is said about it.

#![allow(refining_impl_trait)]

trait Fetch {
    async fn fetch(&self) -> u8;
}
struct Ready;
impl Fetch for Ready {
    #[refine] //~ ERROR the `#[refine]` attribute is an experimental feature
    fn fetch(&self) -> std::future::Ready<u8> {
        std::future::ready(0)
    }
}

#[refine] //~ ERROR the `#[refine]` attribute is an experimental feature
fn elsewhere() {}

#[refine(with, arguments)] //~ ERROR the `#[refine]` attribute is an experimental feature
struct WithArguments;

fn main() {}
