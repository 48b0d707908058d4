//@ check-pass
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A bound on what a closure returns leaves it to others to say what that is, whichever is first.

#![feature(return_type_notation)]
#![allow(incomplete_features)]

use std::fmt::Debug;
use std::pin::Pin;

type BoxFuture<T> = Pin<Box<dyn Future<Output = T> + Send>>;

fn after<F>(_: F)
where
    F: Fn(u32) -> Box<dyn Debug>,
    F(..): Unpin,
{
}

fn before<F>(_: F)
where
    F(..): Unpin,
    F: Fn(u32) -> Box<dyn Debug>,
{
}

fn with_arguments<F>(_: F)
where
    F: Fn(u32) -> Box<dyn Debug>,
    F(u32): Unpin,
{
}

fn future<F>(_: F)
where
    F: FnMut(&str) -> BoxFuture<u32>,
    F(..): Send,
{
}

fn main() {
    after(|x| Box::new(x.pow(2)));
    before(|x| Box::new(x.pow(2)));
    with_arguments(|x| Box::new(x.pow(2)));
    future(|x| {
        let len = x.len() as u32;
        Box::pin(async move { len })
    });
}
