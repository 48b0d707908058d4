//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// Without the gate, the attribute is that of an unstable library feature.

use std::borrow::dyn_trait; //~ ERROR use of unstable library feature `dyn_trait_impls`

#[dyn_trait] //~ ERROR use of unstable library feature `dyn_trait_impls`
trait Fetch {
    async fn fetch(&self) -> u32;
}

fn main() {}

// gate-test-dyn_trait_impls
