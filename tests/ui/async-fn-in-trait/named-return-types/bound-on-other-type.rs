// A name in the bounds of what a method returns may be that of the same method of another type. It
// is not what this impl's method returns.

//@ check-pass
//@ edition: 2024
//@ revisions: current next
//@ [next] compile-flags: -Znext-solver=globally

#![feature(named_return_types, refine)]

trait Convert<T> {
    fn convert(&self) -> T;
}
impl Convert<u16> for u8 {
    fn convert(&self) -> u16 {
        1
    }
}
impl Convert<u16> for u16 {
    fn convert(&self) -> u16 {
        1
    }
}

trait Make {
    fn make() -> impl Convert<<u16 as Make>::make>;
}
impl Make for u16 {
    #[refine]
    fn make() -> u16 {
        1
    }
}
impl Make for u8 {
    // `u8: Convert<u16>`, not `u8: Convert<u8>`.
    #[refine]
    fn make() -> u8 {
        1
    }
}

fn convert<T: Make>() -> u16 {
    T::make().convert()
}

fn main() {
    convert::<u8>();
}
