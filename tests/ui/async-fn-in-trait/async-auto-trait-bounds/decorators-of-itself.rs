//@ check-pass
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// What a method returns has the trait of the method, and its futures are bounded by the same: for
// decorators, for values that are passed on, and without a lifetime.

#![feature(async_auto_trait_bounds)]

trait Step {
    fn next(&self) -> impl Step + async Send;
}

impl<T: Step> Step for Vec<T> {
    fn next(&self) -> impl Step + async Send {
        self.iter().map(|step| step.next()).collect::<Vec<_>>()
    }
}

impl<A: Step + Send, B: Step + Send> Step for (A, B) {
    fn next(&self) -> impl Step + async Send {
        (self.0.next(), self.1.next())
    }
}

impl<T: Step + ?Sized> Step for Box<T> {
    fn next(&self) -> impl Step + async Send {
        Box::new((**self).next())
    }
}

trait Consume {
    fn next(self) -> impl Consume + async Send;
}

struct Idle;

impl Consume for Idle {
    fn next(self) -> impl Consume + async Send {
        Idle
    }
}

struct Wrap<T>(T);

impl<T: Consume> Consume for Wrap<T> {
    fn next(self) -> impl Consume + async Send {
        self.0.next()
    }
}

fn main() {}
