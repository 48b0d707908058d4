// A call is the last segment of a path, of whatever is called.

//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally
//@ edition: 2024

#![feature(return_type_notation)]
#![allow(incomplete_features)]

fn of_parameter<F: Fn(u8) -> u8>()
where
    F(..)::Item: Send, //~ ERROR return type notation not allowed in this position yet
{
}

fn of_primitive(_: u8(..)::Item) {} //~ ERROR return type notation not allowed in this position yet

fn of_struct() -> Vec(..)::Item { //~ ERROR return type notation not allowed in this position yet
    loop {}
}

fn main() {}
