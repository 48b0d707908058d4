//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// Lifetimes that a method declares with bounds, and a trait's own, in several methods' futures.

#![feature(async_fn_in_dyn_trait, return_type_notation)]
#![allow(incomplete_features)]

extern crate run_ready;

use std::boxed::Boxing;

use run_ready::run;

trait Pick<'t> {
    async fn shorter<'a: 'b, 'b>(&'b self, a: &'a str, b: &'b str) -> &'b str;
    async fn of_trait<'a>(&self, a: &'a str) -> (&'a str, &'t str)
    where
        't: 'a;
    async fn mixed<'early, 'late>(&self, early: &'early str, late: &'late str) -> &'early str
    where
        'early: 'early;
}

struct Holds<'t>(&'t str);
impl<'t> Pick<'t> for Holds<'t> {
    async fn shorter<'a: 'b, 'b>(&'b self, a: &'a str, b: &'b str) -> &'b str {
        if a.len() < b.len() { a } else { b }
    }
    async fn of_trait<'a>(&self, a: &'a str) -> (&'a str, &'t str)
    where
        't: 'a,
    {
        (a, self.0)
    }
    async fn mixed<'early, 'late>(&self, early: &'early str, _: &'late str) -> &'early str
    where
        'early: 'early,
    {
        early
    }
}

// A supertrait for all lifetimes.
trait ForAll: for<'a> Of<&'a str> {}
trait Of<T> {
    async fn of(&self, t: T) -> usize;
}
struct Length;
impl Of<&str> for Length {
    async fn of(&self, t: &str) -> usize {
        t.len()
    }
}
impl ForAll for Length {}

fn picked<'t>(pick: &dyn Pick<'t>) -> &'t str {
    let local = String::from("local");
    assert_eq!(run(pick.mixed("early", &local)), "early");
    let (own, of_trait) = run(pick.of_trait(&local));
    assert_eq!(own, "local");
    of_trait
}
fn assert_send<T: Send>(t: T) -> T {
    t
}

fn main() {
    let string = String::from("string");
    let pick = Holds(&string);
    let pick: &dyn Pick<'_> = Boxing::new(&pick);
    assert_eq!(run(pick.shorter("ab", "a")), "a");
    assert_eq!(picked(pick), "string");

    // Not of `shorter`: a bound for all lifetimes would be for those that are not as its `'a: 'b`
    // says, too.
    let promises: &dyn Pick<'_, mixed(..): Send> = Boxing::new(&Holds("x"));
    assert_eq!(run(promises.shorter("ab", "abc")), "ab");
    assert_eq!(run(assert_send(promises.mixed("ab", "abc"))), "ab");

    let local = String::from("local");
    let all: &dyn ForAll = Boxing::new(&Length);
    assert_eq!(run(all.of(&local)), 5);
    let all: &dyn for<'a> Of<&'a str> = all;
    assert_eq!(run(all.of(&local)), 5);
    let all: &dyn for<'a> Of<&'a str, of(..): Send> = Boxing::new(&Length);
    assert_eq!(run(assert_send(all.of(&local))), 5);
    let one: &dyn Of<&'static str> = all;
    assert_eq!(run(one.of("one")), 3);
}
