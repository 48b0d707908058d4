//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// Which inherent impl is meant follows from the type before the `::`.

//@ aux-build: functions.rs

#![feature(return_type_notation)]

extern crate functions;

mod private {
    pub struct S<T>(T);
    impl<T> S<T> {
        fn hidden(_: u8) -> u8 {
            0
        }
        pub fn of(_: T) -> T {
            panic!()
        }
    }
    impl S<u8> {
        pub fn number() -> u8 {
            0
        }
    }
    impl S<u16> {
        pub fn number() -> u16 {
            0
        }
    }
    impl<T> S<Vec<T>> {
        pub fn overlaps_in_lifetimes() -> T {
            panic!()
        }
    }
}
use private::S;

type U8 = S::<u8>::number();
type U16 = S::<u16>::number();
type Element = S::<Vec<char>>::overlaps_in_lifetimes();
const _: (U8, U16, Element) = (0u8, 0u16, 'c');

type None = S::<u32>::number();
//~^ ERROR ambiguous associated function
type Private = S::<u8>::hidden(u8);
//~^ ERROR associated function `hidden` is private
type RemotePrivate = functions::Remote::<u8>::private(functions::Remote<u8>);
//~^ ERROR method `private` is private
type NoArguments = S::of(u8);
//~^ ERROR missing generics for struct `S`
type Wrong = S::<u8>::of(u16);
//~^ ERROR mismatched types
struct Bound<T>(T)
where
    S::<T>::number(..): Send;
//~^ ERROR ambiguous associated function

// What type lowering cannot compare is compared later.
trait Tr {
    type Assoc;
}
impl Tr for u8 {
    type Assoc = u16;
}
struct OfAssoc<T>(T);
impl OfAssoc<<u8 as Tr>::Assoc> {
    fn of_u16() -> u8 {
        0
    }
}

fn main() {
    let _: S::<_>::of(u8) = 0u8;
    let _: OfAssoc::<u16>::of_u16() = OfAssoc::<u16>::of_u16();
    let _: OfAssoc::<String>::of_u16() = 0u8;
    //~^ ERROR mismatched types
}
