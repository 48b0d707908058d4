//@ run-pass
//@ aux-build: functions.rs
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// The subject of a call is any function: of a trait, whatever it returns, free, inherent, of
// another crate, foreign.

#![feature(return_type_notation)]
#![allow(dead_code)]

extern crate functions;
extern crate run_ready;

use std::fmt::Display;
use std::future::Future;

use functions::{Remote, RemoteTrait, generic, opaque, run_later};

trait Fetch {
    type Item;
    fn fetch(&mut self, id: u32) -> impl Future<Output = u32>;
    fn len(&self) -> usize;
    fn name<'a>(&'a self, default: &'a str) -> &'a str;
    fn item(&self) -> Self::Item;
    fn nested(&self) -> Option<impl Display>;
    fn new() -> Self;
    fn default_method(&self) -> Vec<Self::len(&Self)> {
        vec![self.len()]
    }
}

struct Http<T>(T);
impl<T: Clone> Fetch for Http<T> {
    type Item = T;
    async fn fetch(&mut self, id: u32) -> u32 {
        id
    }
    fn len(&self) -> usize {
        1
    }
    fn name<'a>(&'a self, default: &'a str) -> &'a str {
        default
    }
    fn item(&self) -> T {
        self.0.clone()
    }
    fn nested(&self) -> Option<impl Display> {
        Some(0)
    }
    fn new() -> Self {
        panic!()
    }
}

impl<T> Http<T> {
    fn get(&self) -> &T {
        &self.0
    }
    fn with<U>(self, other: U) -> Http<(T, U)> {
        Http((self.0, other))
    }
    fn itself(self) -> Self::itself_inner(Self) {
        self.itself_inner()
    }
    fn itself_inner(self) -> Self {
        self
    }
}
impl Http<u8> {
    fn only_for_u8() -> i16 {
        8
    }
}
impl Http<String> {
    fn only_for_u8() -> String {
        String::new()
    }
}

unsafe extern "C" {
    safe fn labs(x: std::ffi::c_long) -> std::ffi::c_long;
    fn printf(format: *const std::ffi::c_char, ...) -> std::ffi::c_int;
}
const unsafe fn unsafe_const(x: u8) -> [u8; 2] {
    [x; 2]
}
mod inner {
    pub fn f(x: u8) -> super::top() {
        Some(x)
    }
}
fn top() -> Option<u8> {
    inner::f(3)
}

// In generic code, what a trait's method returns is what any implementation of it does.
fn generic_code<'a, F: Fetch + 'a>(fetch: &'a F, name: F::name(&'a F, &'a str)) -> F::len(&'a F)
where
    F::item(&'a F): Display,
    <F as Fetch>::item(&'a F): PartialEq<F::Item>,
    F::nested(&'a F): IntoIterator,
{
    let item: F::item(&'a F) = fetch.item();
    item.to_string().len() + name.len() + fetch.len()
}

fn main() {
    let mut http = Http(5u8);
    let future: <Http<u8> as Fetch>::fetch(&mut Http<u8>, u32) = http.fetch(4);
    assert_eq!(run_ready::run(future), 4);
    // The arguments tell which type implements the trait.
    let future: Fetch::fetch(&mut Http<u8>, u32) = http.fetch(5);
    assert_eq!(run_ready::run(future), 5);
    let item: <Http<u8> as Fetch>::item(&Http<u8>) = 5u8;
    assert_eq!(item, http.item());
    let new: fn() -> <Http<u8> as Fetch>::new() = Http::new;
    let _ = new;
    assert_eq!(generic_code(&http, "abc"), 5);
    assert_eq!(http.default_method(), [1]);

    let get: Http::<u8>::get(&Http<u8>) = http.get();
    assert_eq!(*get, 5);
    let with: Http::<u8>::with(Http<u8>, &str) = http.with("x");
    assert_eq!(with.0, (5, "x"));
    let this: Http::<u8>::itself(Http<u8>) = Http(6u8);
    assert_eq!(this.itself().0, 6);
    let only: Http::<u8>::only_for_u8() = 8i16;
    assert_eq!(only, Http::<u8>::only_for_u8());

    let labs_of: labs(std::ffi::c_long) = labs(-3);
    assert_eq!(labs_of, 3);
    let _: printf(*const std::ffi::c_char, u8, u16) = 0 as std::ffi::c_int;
    let two: unsafe_const(u8) = unsafe { unsafe_const(3) };
    assert_eq!(two, [3, 3]);
    let some: crate::inner::f(u8) = top();
    let same: self::top() = some;
    assert_eq!(same, Some(3));

    let parsed: u32::from_str_radix(&str, u32) = u32::from_str_radix("12", 10);
    assert_eq!(parsed, Ok(12));
    let trimmed: str::trim(&str) = " x ".trim();
    assert_eq!(trimmed, "x");
    let max: std::cmp::max(u8, u8) = std::cmp::max(1, 2);
    assert_eq!(max, 2);

    let remote: generic(u8, &str) = generic(1u8, "one");
    assert_eq!(remote, ("one", 1));
    let remote: opaque(u8) = opaque(7);
    assert_eq!(remote.to_string(), "7");
    assert_eq!(run_ready::run::<run_later(&u8)>(run_later(&8)), 8);
    let remote: Remote::<u8>::both(Remote<u8>, u16) = Remote(1).both(2);
    assert_eq!(remote, (1, 2));
    let remote: <u8 as RemoteTrait>::method(&u8) = 3u8.method();
    assert_eq!(remote.to_string(), "3");
}
