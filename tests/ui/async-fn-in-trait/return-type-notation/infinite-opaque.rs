//~ ERROR cycle detected when computing layout
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// An opaque type that contains itself is found out where its layout is asked for.

#![feature(return_type_notation)]

struct Holds(#[allow(dead_code)] holds_itself());
fn holds_itself() -> impl Sized {
    (0u8, None::<Holds>)
}

fn main() {
    holds_itself();
}
