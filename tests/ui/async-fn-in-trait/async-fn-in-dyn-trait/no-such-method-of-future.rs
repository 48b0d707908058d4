//@ edition: 2024
//@ revisions: current next named
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A method that the future of a `dyn` lacks, as if it had been awaited: the future is called what
// that of a generic `F: Fetch` is called, and not what the library calls it.

#![feature(async_fn_in_dyn_trait)]
#![cfg_attr(named, feature(named_return_types))]
#![allow(incomplete_features)]

trait Fetch {
    async fn fetch(&mut self, id: u32) -> String;
}

fn through_dyn(f: &mut dyn Fetch) {
    f.fetch(1).len();
    //~^ ERROR no method named `len` found
}
fn generic<F: Fetch>(f: &mut F) {
    f.fetch(1).len();
    //~^ ERROR no method named `len` found
}

fn main() {}
