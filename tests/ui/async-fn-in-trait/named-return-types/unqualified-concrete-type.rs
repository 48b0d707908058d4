//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// As for associated types, the path to a concrete type's future has to name the trait.

#![feature(named_return_types)]

trait Fetch {
    async fn fetch(&self) -> u8;
}

struct One;
impl Fetch for One {
    async fn fetch(&self) -> u8 {
        1
    }
}

fn main() {
    let _: One::fetch<'_> = One.fetch();
    //~^ ERROR ambiguous associated type
}
