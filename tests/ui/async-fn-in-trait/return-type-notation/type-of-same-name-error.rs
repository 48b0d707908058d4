//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// A type hides a function of its name, as it does in `Type(u8)` today.

#![feature(return_type_notation)]
#![allow(non_camel_case_types)]

type hidden = u8;
#[allow(dead_code)]
fn hidden(_: u8) {}

type Hidden = hidden(u8);
//~^ ERROR parenthesized type parameters may only be used with a `Fn` trait
//~| ERROR type alias takes 0 generic arguments but 1 generic argument was supplied

fn main() {}
