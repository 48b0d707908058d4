// As `returns-itself.rs`, for what only a body says. (The next solver asks the body that is being
// checked, over and over: it is E0275 there.)

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

fn main() {}
