//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A `const` trait, and a constant that is said.

#![feature(dyn_method_scope, const_trait_impl, min_generic_const_args)]
#![allow(incomplete_features)]

const trait Conditional {
    fn get(&self) -> u8;
    fn generic<R>(&self);
}

const fn call(d: &dyn Conditional) -> u8 {
    d.get() //~ ERROR the trait bound `dyn Conditional: [const] Conditional` is not satisfied
}

trait Sized3 {
    type const N: usize;
    fn generic<R>(&self) {}
    fn size(&self) -> u8 {
        7
    }
}

fn said(d: &dyn Sized3<N = const { 3 }>) -> u8 {
    d.size()
}

fn main() {}
