//@ run-pass
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// A macro that takes a type takes a call, and code that looks like a call in an expression is one.

#![feature(return_type_notation)]
#![allow(non_camel_case_types)]

fn identity<T>(x: T) -> T {
    x
}
fn make<T: Default>() -> T {
    T::default()
}

macro_rules! let_type {
    ($name:ident: $t:ty = $e:expr) => {
        let $name: $t = $e;
    };
}
macro_rules! of_path {
    ($($p:ident)::+ => $($t:ty),*) => { $($p)::+($($t),*) };
}
macro_rules! type_or_tokens {
    ($t:ty) => {
        "type"
    };
    ($($tt:tt)*) => {
        "tokens"
    };
}
macro_rules! value {
    ($e:expr) => {
        $e
    };
}
macro_rules! bound {
    ($t:ty: $($bounds:tt)*) => {
        fn bounded<T: Default>()
        where
            $t: $($bounds)*
        {
        }
    };
}
bound!(make::<T>(): Send);

macro_rules! hygienic {
    ($x:ident) => {{
        fn inner<T>(x: T) -> (T, u8) {
            (x, 1)
        }
        let _: inner(u16) = inner(2);
        let $x: inner(u8) = inner(3);
        $x
    }};
}

fn main() {
    let_type!(x: identity(u8) = 3);
    let_type!(y: make::<String>() = String::new());
    let z: of_path!(std::cmp::max => u8, u8) = 4;
    assert_eq!((x, y.len(), z), (3, 0, 4));

    assert_eq!(type_or_tokens!(identity(u8)), "type");
    assert_eq!(type_or_tokens!(make::<u8>()), "type");
    assert_eq!(type_or_tokens!(make::<u8>(..)), "type");

    assert_eq!(value!(identity(5)), 5);
    assert_eq!(value!(make::<u8>()), 0);
    assert_eq!(value!(300u32 as u8), 44);
    let u8 = 3;
    assert_eq!(value!(identity(u8)), 3);
    assert_eq!(hygienic!(h).0, 3);
    bounded::<u8>();
}
