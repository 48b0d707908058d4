//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A blanket impl says what a type is, and the `dyn` type does not, although something of that
// name, or in terms of `Self`, is said.

#![feature(dyn_method_scope)]

trait Marked {}
trait Super {
    type Item;
    fn next(&self) -> Self::Item;
}
impl<T: ?Sized + Marked> Super for T {
    type Item = &'static str;
    fn next(&self) -> &'static str {
        "the impl's"
    }
}

trait Other {
    type X;
}
trait InTermsOfSelf: Super<Item = <Self as Other>::X> + Other {}
impl Marked for dyn InTermsOfSelf {} //~ ERROR the trait `InTermsOfSelf` is not dyn compatible

trait SameName: Super {
    type Item
    where
        Self: Sized;
}
impl Marked for dyn SameName<Item = u8> {} //~ ERROR the trait `SameName` is not dyn compatible
//~^ WARN unnecessary associated type bound

fn main() {}
