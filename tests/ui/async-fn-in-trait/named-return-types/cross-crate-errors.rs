//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver
//@ aux-build: fetch.rs

// What names of another crate's functions say when they are wrong.

#![feature(named_return_types)]

extern crate fetch;

use fetch::Fetch;

fn plain<F: Fetch>(_: F::plain) {}
//~^ ERROR `plain` does not name a type
fn nested<F: Fetch>(_: <F as Fetch>::nested<'_>) {}
//~^ ERROR `nested` does not name a type
fn few<'a, F: Fetch>(_: F::fetch<'a, u8>) {}
//~^ ERROR method takes 3 lifetime arguments but 1 lifetime argument was supplied

fn main() {}
