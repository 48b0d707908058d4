//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ aux-build: wait_once.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// Arguments and outputs that are passed in every way there is: in registers, in pairs of them, in
// memory, or not at all.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

extern crate run_ready;
extern crate wait_once;

use std::boxed::Boxing;
use std::convert::Infallible;
use std::fmt::Display;

use run_ready::run;
use wait_once::{poll_once, wait_once};

#[derive(Clone, Copy, Debug, PartialEq)]
struct Large([u64; 40]);
#[derive(Debug, PartialEq)]
#[repr(align(64))]
struct Aligned(u8);
struct Zero;

trait Pass {
    async fn many(
        &mut self,
        byte: u8,
        wide: u128,
        zero: Zero,
        pair: (u32, f64),
        slice: &[u16],
        string: String,
        function: fn(u8) -> u8,
        text: &dyn Display,
        large: Large,
        aligned: Aligned,
    ) -> (Large, Aligned, String);
    async fn nothing(&self, _: ()) {}
    async fn wide(&self, wide: i128) -> i128;
    async fn never(&self, kind: Option<Infallible>) -> Infallible;
    async fn closure(&self, f: Box<dyn FnOnce(&str) -> usize>) -> usize;
    async fn array<'a>(&self, all: [&'a str; 3]) -> [&'a str; 3];
}

struct Value(u64);
impl Pass for Value {
    async fn many(
        &mut self,
        byte: u8,
        wide: u128,
        Zero: Zero,
        (first, second): (u32, f64),
        slice: &[u16],
        mut string: String,
        function: fn(u8) -> u8,
        text: &dyn Display,
        mut large: Large,
        Aligned(aligned): Aligned,
    ) -> (Large, Aligned, String) {
        wait_once().await;
        string += &format!(" {byte} {wide} {first} {second} {slice:?} {text} {}", self.0);
        large.0[39] = function(byte).into();
        (large, Aligned(aligned + 1), string)
    }
    async fn wide(&self, wide: i128) -> i128 {
        wait_once().await;
        wide * i128::from(self.0)
    }
    async fn never(&self, kind: Option<Infallible>) -> Infallible {
        match kind {
            Some(never) => never,
            None => std::future::pending().await,
        }
    }
    async fn closure(&self, f: Box<dyn FnOnce(&str) -> usize>) -> usize {
        wait_once().await;
        f("text")
    }
    async fn array<'a>(&self, [a, b, c]: [&'a str; 3]) -> [&'a str; 3] {
        [c, b, a]
    }
}

fn main() {
    let mut value = Value(7);
    let pass: &mut dyn Pass = Boxing::new(&mut value);
    let function = |byte| byte * 2;
    let (large, aligned, string) = run(pass.many(
        1,
        u128::MAX,
        Zero,
        (2, 0.5),
        &[3, 4],
        String::from("all:"),
        function,
        &'c',
        Large([9; 40]),
        Aligned(5),
    ));
    assert_eq!(string, format!("all: 1 {} 2 0.5 [3, 4] c 7", u128::MAX));
    assert_eq!((large.0[38], large.0[39], aligned), (9, 2, Aligned(6)));
    run(pass.nothing(()));
    assert_eq!(run(pass.wide(i128::MAX / 8)), i128::MAX / 8 * 7);
    assert!(poll_once(Box::pin(pass.never(None)).as_mut()).is_pending());
    let base = 3;
    assert_eq!(run(pass.closure(Box::new(move |text| text.len() + base))), 7);
    assert_eq!(run(pass.array(["a", "b", "c"])), ["c", "b", "a"]);
}
