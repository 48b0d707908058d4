// Where an impl for all types says what a method returns, a bound on that type is a bound on what
// the impl says, and the other way around.

//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver
//@ edition: 2024
//@ check-pass
#![feature(return_type_notation)]
#![allow(incomplete_features, refining_impl_trait)]

trait Fetch {
    fn fetch(self) -> impl Sized;
}

impl<T> Fetch for T {
    fn fetch(self) -> Option<T> {
        Some(self)
    }
}

fn spawn<T: Send>(_: T) {}

fn by_bound<T>(it: T)
where
    <T as Fetch>::fetch(..): Send,
{
    spawn(it.fetch());
}

// The bound is about `Option<T>`.
fn of_what_it_is<T>(it: T)
where
    <T as Fetch>::fetch(..): Send,
{
    spawn(Some(it));
}

fn main() {
    by_bound(1);
    of_what_it_is(1);
}
