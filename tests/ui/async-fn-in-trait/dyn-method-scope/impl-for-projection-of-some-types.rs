//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// What an impl with bounds says of a projection is not what this is for types that don't meet
// them: there, another impl says that it is a `dyn` type. As `<P as Has>::Type: Store<P>` holds
// for all `P`, that type would be an array here, and a `String` in the vtable.

#![feature(dyn_method_scope)]

trait Bound {}
trait Has {
    type Type: ?Sized;
}
impl<T: Bound> Has for T {
    type Type = u8;
}
struct NotBound;
impl Has for NotBound {
    type Type = dyn Store<NotBound>; //~ ERROR the trait `Store` is not dyn compatible
}

trait Store<P> {
    type Item;
    fn get(&self) -> Self::Item;
}
impl<P: Has> Store<P> for <P as Has>::Type {
    //~^ ERROR may be a `dyn` type of `Store` that does not implement it
    type Item = [usize; 3];
    fn get(&self) -> [usize; 3] {
        [1, 2, 3]
    }
}

fn main() {}
