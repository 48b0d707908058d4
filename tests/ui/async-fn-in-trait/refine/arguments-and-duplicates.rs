//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// It takes no arguments, and stands once.

#![feature(refine)]
#![deny(unused_attributes)]

trait Fetch {
    fn list(&self) -> impl Sized;
    fn value(&self) -> impl Sized;
    fn twice(&self) -> impl Sized;
    fn unsafely(&self) -> impl Sized;
}
impl Fetch for () {
    #[refine(x)] //~ ERROR malformed `refine` attribute input
    fn list(&self) {}
    #[refine = "x"] //~ ERROR malformed `refine` attribute input
    fn value(&self) {}
    #[refine]
    #[refine] //~ ERROR unused attribute
    fn twice(&self) {}
    #[unsafe(refine)] //~ ERROR `refine` is not an unsafe attribute
    fn unsafely(&self) {}
}

fn main() {}
