//@ aux-build: handlers.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// Another crate's methods mention what its methods return by the type. This crate can't write that,
// but it can't have a `dyn` of such a trait either.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

extern crate handlers;

use handlers::{GivesLater, Shows, Takes};

fn takes(_: &dyn Takes) {}
//~^ ERROR the trait `Takes` is not dyn compatible
fn gives_later(_: &dyn GivesLater) {}
//~^ ERROR the trait `GivesLater` is not dyn compatible
fn shows(_: &dyn Shows) {}
//~^ ERROR the trait `Shows` is not dyn compatible
trait Sub: Takes {}
fn sub(_: &dyn Sub) {}
//~^ ERROR the trait `Sub` is not dyn compatible

fn main() {}
