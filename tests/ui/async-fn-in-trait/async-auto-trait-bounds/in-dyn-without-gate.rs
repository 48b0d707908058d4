//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver

// Without `async_fn_in_dyn_trait` it is refused, without a follow-up.

#![feature(async_auto_trait_bounds)]

trait Plain {}
trait Database {
    async fn get(&self) -> u8;
}

fn plain(_: &(dyn Plain + async Send)) {}
//~^ ERROR `async` bounds on auto traits are not allowed in `dyn` types
fn database(_: Box<dyn Database + async Send>) {}
//~^ ERROR `async` bounds on auto traits are not allowed in `dyn` types
type Alone = dyn async Send;
//~^ ERROR `async` bounds on auto traits are not allowed in `dyn` types
fn in_body(x: Box<u8>) {
    let _: Box<dyn Plain + async Send> = x;
    //~^ ERROR `async` bounds on auto traits are not allowed in `dyn` types
}

fn main() {}
