//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver
//@ check-pass

// Beside an `impl Trait` that is returned: more general arguments, a more specific return type of
// any kind, and where-clauses that are left out, as far as rustc accepts such impls.

#![feature(refine)]
#![deny(unused_attributes)]
#![allow(dead_code)]

trait Fetch {
    fn longer_argument(&self, x: &'static str) -> u8;
    fn higher_ranked_argument(&self, f: for<'x> fn(&'x u8)) -> u8;
    fn shorter_result<'a>(&'a self, x: &'a u8) -> &'a u8;
    fn needs_clone<T: Clone>(&self, t: T) -> T;
    fn needs_outlives<'a, 'b: 'a>(&'a self, x: &'b u8, y: fn(&'b &'a u8)) where Self: 'b;
    async fn needs_debug<T: std::fmt::Debug>(&self, t: T);
    fn needs_more(&self) -> impl Sized where Self: Copy;
}

struct S<T>(T);
impl<T> Fetch for S<T> {
    #[refine]
    fn longer_argument(&self, _: &str) -> u8 {
        0
    }
    #[refine]
    fn higher_ranked_argument(&self, _: fn(&'static u8)) -> u8 {
        0
    }
    #[refine]
    fn shorter_result<'a>(&'a self, _: &'a u8) -> &'static u8 {
        &0
    }
    #[refine]
    fn needs_clone<U>(&self, t: U) -> U {
        t
    }
    fn needs_outlives<'a, 'b: 'a>(&'a self, _: &'b u8, _: fn(&'b &'a u8)) where Self: 'b {}
    #[refine]
    async fn needs_debug<U>(&self, _: U) {}
    #[refine]
    fn needs_more(&self) -> impl Sized {}
}

fn main() {}
