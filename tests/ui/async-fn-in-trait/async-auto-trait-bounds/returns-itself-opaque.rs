// As `returns-itself.rs`, for what only a body says: what the hidden type has to meet is about the
// opaque type that is being defined, with another lifetime.

//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally
//@ check-pass
//@ edition: 2024

#![feature(async_auto_trait_bounds)]

trait Step {
    fn next(&self) -> impl Step + async Send;
}
impl Step for u16 {
    fn next(&self) -> impl Step + async Send {
        1u16
    }
}

trait ByDefault {
    fn by_default(&self) -> impl ByDefault + async Send {
        1u8
    }
}
impl ByDefault for u8 {}

// The hidden type has a lifetime as well.
trait Borrow {
    fn borrow(&self) -> impl Borrow + async Send;
}
struct Borrowed<'a>(&'a u8);
impl<'a> Borrow for Borrowed<'a> {
    fn borrow(&self) -> impl Borrow + async Send {
        Borrowed(self.0)
    }
}

fn main() {}
