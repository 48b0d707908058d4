//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// For a concrete type, the trait that has the function is to be written, as for associated types.

#![feature(return_type_notation)]

trait Fetch {
    fn fetch(&self) -> impl Sized;
    fn len(&self) -> usize;
}
struct X;
impl Fetch for X {
    fn fetch(&self) -> impl Sized {}
    fn len(&self) -> usize {
        0
    }
}

type Future = X::fetch(&'static X);
//~^ ERROR ambiguous associated function
type Len = X::len(&'static X);
//~^ ERROR ambiguous associated function
fn bound()
where
    X::len(..): Send,
    //~^ ERROR ambiguous associated function
{
}
fn parameter<T: Fetch>(x: X) -> <X as Fetch>::len(&'static X) {
    let _: X::len(&X) = x.len();
    //~^ ERROR ambiguous associated function
    x.len()
}

fn main() {}
