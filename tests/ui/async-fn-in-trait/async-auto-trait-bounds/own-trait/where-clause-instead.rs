//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A trait that asks `Send` of its own futures in a where-clause can't have a default body, and
// is told the form that can.

#![feature(async_auto_trait_bounds, return_type_notation)]
#![allow(incomplete_features)]

trait Store: Sized + Sync
where
    Self::get(..): Send,
{
    async fn get(&self) -> u32 {
        //[current]~^ ERROR type annotations needed: cannot satisfy
        //[next]~^^ ERROR `Self` does not live long enough
        1
    }
}

// The form that can.
trait Own: Sized + Sync + async Send {
    async fn get(&self) -> u32 {
        1
    }
}

fn main() {}
