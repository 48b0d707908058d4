//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver
//@ run-pass
//@ aux-build: run_ready.rs

// The lifetimes of a name are those that the function declares, in that order, early- and
// late-bound alike, and then those that it elides, in order of appearance.

#![feature(named_return_types)]

extern crate run_ready;

use run_ready::run;

trait Four {
    // `'early` is early-bound, for it has a bound. In the name, it is second.
    fn four<'late, 'early: 'early>(
        &self,
        l: &'late u8,
        e: &'early u16,
        elided: &u32,
    ) -> impl Future<Output = (&'late u8, &'early u16)>;
}

struct Concrete;
impl Four for Concrete {
    async fn four<'late, 'early: 'early>(
        &self,
        l: &'late u8,
        e: &'early u16,
        _: &u32,
    ) -> (&'late u8, &'early u16) {
        (l, e)
    }
}

fn in_order<'this, 'late, 'early, 'last, F: Four>(
    f: &'this F,
    l: &'late u8,
    e: &'early u16,
    last: &'last u32,
) -> F::four<'late, 'early, 'this, 'last> {
    f.four(l, e, last)
}

fn outputs<'late, 'early, F: Four>(
    f: &F,
    l: &'late u8,
    e: &'early u16,
) -> (&'late u8, &'early u16) {
    run(in_order(f, l, e, &0))
}

fn main() {
    assert_eq!(outputs(&Concrete, &1, &2), (&1, &2));
}
