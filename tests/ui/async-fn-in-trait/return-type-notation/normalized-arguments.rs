//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// Type lowering does not look into associated types: what it leaves open has to be equal in the
// end.

#![feature(return_type_notation)]

trait Tr {
    type Assoc;
    fn take(&self, assoc: Self::Assoc) -> u8;
    fn generic<T>(&self, assoc: Self::Assoc, t: T) -> T;
}
impl Tr for u8 {
    type Assoc = u16;
    fn take(&self, _: u16) -> u8 {
        0
    }
    fn generic<T>(&self, _: u16, t: T) -> T {
        t
    }
}
fn same<T>(_: T, _: T) -> u8 {
    0
}
fn concrete(_: u16) -> u8 {
    0
}

struct Right<'a, T: Tr<Assoc = u32> + 'a> {
    impl_: <u8 as Tr>::take(&'a u8, u16),
    bound: T::take(&'a T, u32),
    assoc: T::generic(&'a T, T::Assoc, &'a T),
    twice: same(<u8 as Tr>::Assoc, u16),
    written: concrete(<u8 as Tr>::Assoc),
}
struct Wrong<'a, T: Tr<Assoc = u32> + 'a> {
    // The arguments are no part of a type that does not mention them.
    _used: &'a T,
    impl_: <u8 as Tr>::take(&'a u8, u32),
    //~^ ERROR mismatched types
    bound: T::take(&'a T, u16),
    //~^ ERROR mismatched types
    twice: same(u16, T::Assoc),
    //~^ ERROR mismatched types
    written: concrete(T::Assoc),
    //~^ ERROR mismatched types
}
fn higher_ranked<T: Tr<Assoc = u32>>()
where
    for<'a> T::take(&'a T, u32): Send,
    for<'a> T::take(&'a T, u16): Send,
    //~^ ERROR mismatched types
{
    let _: <u8 as Tr>::take(&u8, u16) = 0;
    let _: <u8 as Tr>::take(&u8, u32) = 0;
    //~^ ERROR mismatched types
}

fn main() {}
