// The signature of a method may have a `dyn` in it that promises something of that method, but not
// by an alias, except in what it returns.

//@ edition: 2024
//@ revisions: current next
//@ [next] compile-flags: -Znext-solver=globally

#![feature(async_fn_in_dyn_trait, return_type_notation)]
#![allow(incomplete_features)]

type Next<'a> = &'a [&'a dyn Middleware<handle(..): Send>];
//~^ ERROR cycle detected when expanding type alias `Next`

trait Middleware: Sync {
    async fn handle(&self, request: u32, next: Next<'_>) -> u32;
}

fn main() {}
