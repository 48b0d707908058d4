//@ run-pass
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// A call in type position is the type that the call returns, wherever a type may stand.

#![feature(return_type_notation)]
#![allow(dead_code)]

use std::fmt::Debug;
use std::mem::size_of;

fn identity_fn<T>(x: T) -> T {
    x
}
fn make_default<T: Default>() -> T {
    T::default()
}
fn pair<A, B>(a: A, b: B) -> (A, B) {
    (a, b)
}
fn show<T: Debug>(x: T) -> impl Debug {
    x
}
async fn ready(x: u8) -> u8 {
    x
}

struct Holder {
    x: pair(u8, &'static str),
    later: Option<ready(u8)>,
}
enum Choice {
    Tuple(identity_fn(u8)),
    Struct { name: make_default::<String>() },
}
union Bits {
    whole: identity_fn(u32),
    bytes: [u8; 4],
}
type Twice<T> = pair(T, T);
type Shown<T> = show(T);

const CONSTANT: identity_fn(u8) = 4;
static STATIC: identity_fn(&'static str) = "static";

fn argument(x: identity_fn(u8)) -> u8 {
    x
}
fn returned() -> Vec::<u8>::with_capacity(usize) {
    Vec::with_capacity(2)
}
fn opaque_of_another(x: u8) -> (show(u8), Shown<u8>) {
    (show(x), show(x))
}
fn function_pointer(f: fn(identity_fn(u8)) -> identity_fn(u16)) -> u16 {
    f(3)
}

trait Typed {
    type Assoc;
    const SIZE: usize;
    fn method(&self) -> Self::Assoc;
}
impl Typed for identity_fn(u8) {
    type Assoc = pair(u8, u8);
    const SIZE: usize = size_of::<pair(u64, u64)>();
    fn method(&self) -> Self::Assoc {
        (*self, *self)
    }
}
impl From<identity_fn(Holder)> for Choice {
    fn from(holder: Holder) -> Self {
        Choice::Tuple(holder.x.0)
    }
}
impl<T> AsRef<identity_fn(T)> for Wrapper<T> {
    fn as_ref(&self) -> &T {
        &self.0
    }
}
struct Wrapper<T = identity_fn(u8)>(T);

fn in_bounds<T>(x: T) -> u8
where
    identity_fn(u8): From<T>,
    T: Into<identity_fn(u8)> + PartialEq<identity_fn(T)>,
{
    x.into()
}

fn main() {
    let f: identity_fn(u32) = identity_fn(22_u32);
    assert_eq!(f, 22);
    let text: make_default::<String>() = make_default();
    assert_eq!(text, "");
    let shown: show(u8) = show(3u8);
    assert_eq!(format!("{shown:?}"), "3");
    let futures: [ready(u8); 2] = [ready(1), ready(2)];
    let holder = Holder { x: (1, "one"), later: futures.into_iter().next() };
    assert_eq!(holder.x, (1, "one"));

    let cast = 300u32 as identity_fn(u8);
    assert_eq!(cast, 44);
    let turbofish = Vec::<identity_fn(u8)>::from([1, 2]);
    assert_eq!(turbofish.iter().sum::<identity_fn(u8)>(), 3);
    let closure = |x: identity_fn(u8)| -> identity_fn(u16) { u16::from(x) };
    assert_eq!(closure(8), 8);
    assert_eq!(<identity_fn(u8)>::MAX, 255);
    assert_eq!(<identity_fn(u8) as Typed>::SIZE, 16);
    assert_eq!(7u8.method(), (7, 7));

    let twice: Twice<u8> = (1, 2);
    assert_eq!(twice, (1, 2));
    assert_eq!(argument(5) + CONSTANT + in_bounds(1u8), 10);
    assert_eq!(STATIC, "static");
    assert_eq!(returned(), []);
    assert_eq!(format!("{:?}", opaque_of_another(6).1), "6");
    assert_eq!(function_pointer(|x| u16::from(x) + 1), 4);
    let Choice::Tuple(tuple) = Choice::from(holder) else { panic!() };
    assert_eq!(tuple, 1);
    let _ = Choice::Struct { name: text };
    assert_eq!(unsafe { Bits { bytes: [0; 4] }.whole }, 0);
    assert_eq!(*Wrapper(9u8).as_ref(), 9);
    let inferred: pair(_, u8) = pair("inferred", 8);
    assert_eq!(inferred.0, "inferred");
}
