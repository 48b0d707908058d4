//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// An impl says what the type is by writing the method, not the type.

#![feature(named_return_types)]

trait Fetch {
    async fn fetch(&self) -> u8;
    fn plain(&self) -> u8;
}

struct Beside;
impl Fetch for Beside {
    type fetch<'a> = std::future::Ready<u8>;
    //~^ ERROR the type `fetch` is what the method `fetch` returns, and is not written in an impl
    async fn fetch(&self) -> u8 {
        0
    }
    fn plain(&self) -> u8 {
        0
    }
}

struct Instead;
impl Fetch for Instead {
    //~^ ERROR not all trait items implemented, missing: `fetch`
    type fetch<'a> = std::future::Ready<u8>;
    //~^ ERROR the type `fetch` is what the method `fetch` returns, and is not written in an impl
    fn plain(&self) -> u8 {
        0
    }
}

fn main() {}
