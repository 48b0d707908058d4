//@ run-pass
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A `#[track_caller]` method that takes `self` by value is told who calls it, through a `dyn`
// as well, and its arguments are what they are without one.

#![feature(dyn_by_value_self)]

use std::panic::Location;

trait Job {
    #[track_caller]
    fn of_trait(self, more: u32) -> (u32, u32);
    fn of_impl(self, more: u32) -> (u32, u32);
    #[track_caller]
    fn by_default(self, more: u32) -> (u32, u32)
    where
        Self: Sized,
    {
        (Location::caller().line(), more)
    }
}

struct Line(String);

impl Job for Line {
    fn of_trait(self, more: u32) -> (u32, u32) {
        (Location::caller().line(), self.0.len() as u32 + more)
    }
    #[track_caller]
    fn of_impl(self, more: u32) -> (u32, u32) {
        (Location::caller().line(), self.0.len() as u32 + more)
    }
}

fn main() {
    let new = || -> Box<dyn Job> { Box::new(Line("four".to_string())) };
    assert_eq!(new().of_trait(1), (line!(), 5));
    assert_eq!(Job::of_trait(*new(), 2), (line!(), 6));
    // The trait does not say it, so a call of the `dyn` does not tell.
    let (line, sum) = new().of_impl(3);
    assert!(line < 39);
    assert_eq!(sum, 7);
    assert_eq!(Line(String::new()).by_default(8), (line!(), 8));
}
