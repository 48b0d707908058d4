//@ aux-build: queries.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// What a crate without the gate has to have it for: to write such a `dyn` type. And what is not
// promised is not for this crate either.

extern crate queries;

use queries::Query;

trait Local {
    async fn local(&self);
}

fn of_the_other_crate(_: &dyn Query<u32>) {}
//~^ ERROR the trait `Query` is not dyn compatible
fn of_this_crate(_: &dyn Local) {}
//~^ ERROR the trait `Local` is not dyn compatible

fn is_send<T: Send>(_: T) {}
fn inferred() {
    is_send(queries::run());
    is_send(queries::not_send());
    //[current]~^ ERROR `impl Future<Output = u32>` cannot be sent between threads safely
    //~^^ ERROR `dyn Query<u32>` cannot be sent between threads safely
}

fn main() {}
