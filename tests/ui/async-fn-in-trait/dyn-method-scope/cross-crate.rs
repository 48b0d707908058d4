//@ run-pass
//@ aux-build: foreign_store.rs
//@ aux-build: with_gate.rs
//@ edition: 2024
//@ revisions: current next optimized
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally
//@[optimized] compile-flags: -Copt-level=3

// A crate without the gate uses `dyn` types that it infers from one which has it, of a trait whose
// crate has not.

extern crate foreign_store;
extern crate with_gate;

fn main() {
    let store = with_gate::boxed(10);
    assert_eq!(store.get("abc"), 13);
    assert_eq!(store.last(), 10);
    assert_eq!(with_gate::get(&*store), 16);
    assert_eq!(with_gate::generic((), &*store), 22);
    let f = <with_gate::DynStore>::last;
    assert_eq!([&*store].into_iter().map(f).sum::<u32>(), 10);
}
