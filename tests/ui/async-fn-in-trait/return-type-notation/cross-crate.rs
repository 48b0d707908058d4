//@ run-pass
//@ aux-build: functions.rs
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// Types of another crate that are those of calls.

#![feature(return_type_notation)]

extern crate functions;
extern crate run_ready;

struct Mine {
    theirs: functions::run_later(&'static u8),
    both: functions::generic(u8, Mine2),
}
struct Mine2;

fn main() {
    let held = functions::holds();
    let mine = Mine { theirs: held.future, both: functions::generic(1, Mine2) };
    assert_eq!(run_ready::run(mine.theirs), 3);
    let _: u8 = mine.both.1;
    let opaque: functions::opaque(u8) = held.opaque;
    assert_eq!(opaque.to_string(), "4");
    assert_eq!(functions::bound(&Mine2), "mine mine");
}

impl functions::RemoteTrait for Mine2 {
    fn method(&self) -> impl std::fmt::Display {
        ""
    }
    #[allow(refining_impl_trait)]
    fn generic<T>(&self, _: T) -> std::cmp::max(&'static str, &'static str) {
        "mine"
    }
}
