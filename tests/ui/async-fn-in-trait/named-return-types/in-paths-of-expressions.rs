//@ check-pass
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// A name in the path of an expression, type-relative and qualified.

#![feature(named_return_types)]
#![allow(dead_code)]

trait Items {
    type Explicit: Default;
    fn items() -> impl Default;
    fn borrowed<'a>(&'a self) -> impl Default;
}

fn generic<I: Items>() {
    let _ = I::items::default();
    let _ = <I as Items>::Explicit::default();
    let _ = <I as Items>::items::default();
    let _ = <<I as Items>::items>::default();
    let _ = <I as Items>::borrowed::<'_>::default();
}

fn main() {}
