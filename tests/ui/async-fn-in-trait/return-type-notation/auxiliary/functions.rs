//@ edition: 2024

// Functions to call in types of another crate, and types that call them.

#![feature(return_type_notation)]

use std::fmt::Display;

pub fn generic<A, B>(a: A, b: B) -> (B, A) {
    (b, a)
}
pub fn opaque(x: u8) -> impl Display {
    x
}
pub async fn run_later(x: &u8) -> u8 {
    *x
}
pub fn lend<'a, T>(x: &'a T) -> impl Sized {
    x
}
pub fn needs_display<T: Display>(_: T) {}

pub struct Remote<T>(pub T);
impl<T> Remote<T> {
    pub fn both<U>(self, other: U) -> (T, U) {
        (self.0, other)
    }
    #[allow(dead_code)]
    fn private(self) {}
}

pub trait RemoteTrait {
    fn method(&self) -> impl Display;
    fn generic<T>(&self, _: T) -> impl Display {
        0
    }
}
impl RemoteTrait for u8 {
    fn method(&self) -> impl Display {
        *self
    }
}

pub struct Holds {
    pub future: run_later(&'static u8),
    pub opaque: opaque(u8),
}
pub fn holds() -> Holds {
    Holds { future: run_later(&3), opaque: opaque(4) }
}
pub fn bound<R: RemoteTrait>(remote: &R) -> String
where
    R::method(..): Send,
    R::generic::<u8>(..): Clone,
{
    let generic = remote.generic(0u8);
    format!("{} {}", generic.clone(), generic)
}
