// An associated type with other parameters than its trait's is E0049, also where what it declares
// would be assumed.

//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

#![feature(async_auto_trait_bounds)]

use std::future::ready;

fn is_send<T: Send>(_: T) {}

trait Lend {
    type Item<X>;
}

struct Iter<'a, T>(&'a T);

impl<'a, T> Lend for Iter<'a, T> {
    type Item<X, Y> = Y;
    //~^ ERROR type `Item` has 2 type parameters but its trait declaration has 1 type parameter
}

struct Lazy<'r, T: Lend<Item<u8> = &'r u8>>(&'r T);

async fn hold<'q, T>(iter: &'q Iter<'q, T>)
where
    Iter<'q, T>: Lend<Item<u8> = &'q u8>,
{
    let lazy = Lazy(iter);
    ready(()).await;
    let _ = &lazy;
}

fn spawn<'q, T: Sync>(iter: &'q Iter<'q, T>)
where
    Iter<'q, T>: Lend<Item<u8> = &'q u8>,
{
    is_send(hold(iter));
}

fn main() {}
