//@ aux-build: in_arena.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A method may declare how long its future lives. What an adapter keeps it in has to live as long:
// else the future would outlive what it is kept in.

#![feature(async_fn_in_dyn_trait, return_type_notation)]
#![allow(incomplete_features)]

extern crate in_arena;

use std::boxed::Boxing;
use std::pin::Pin;

use in_arena::adapt;

trait Lives {
    fn forever(&self) -> impl Future<Output = ()> + 'static;
}
trait LivesFor<'a> {
    fn as_declared(&self) -> impl Future<Output = ()> + 'a;
}
trait Captures {
    async fn as_captured(&self);
}
trait CapturesSelf {
    fn of_self(&self) -> impl Future<Output = ()> + use<Self>;
}
trait LivesBySubtrait: CapturesSelf<of_self(..): 'static> {}
impl CapturesSelf for u8 {
    fn of_self(&self) -> impl Future<Output = ()> + use<> {
        async {}
    }
}
impl LivesBySubtrait for u8 {}
impl Lives for u8 {
    fn forever(&self) -> impl Future<Output = ()> + 'static {
        async {}
    }
}
impl<'a> LivesFor<'a> for u8 {
    fn as_declared(&self) -> impl Future<Output = ()> + 'a {
        async {}
    }
}
impl Captures for u8 {
    async fn as_captured(&self) {}
}

fn forever(arena: &(), value: &u8) -> Pin<Box<dyn Future<Output = ()>>> {
    let lives: &dyn Lives = adapt(arena, value);
    //~^ ERROR lifetime may not live long enough
    Box::pin(lives.forever())
}
fn as_declared<'a>(arena: &(), value: &u8, long: &'a u8) -> Pin<Box<dyn Future<Output = ()> + 'a>> {
    let _ = long;
    let lives: &dyn LivesFor<'a> = adapt(arena, value);
    //~^ ERROR explicit lifetime required in the type of `arena`
    Box::pin(lives.as_declared())
}
fn generic<L: LivesBySubtrait + ?Sized>(lives: &L) -> Pin<Box<dyn Future<Output = ()>>> {
    Box::pin(lives.of_self())
}
fn by_subtrait(arena: &(), value: &u8) -> Pin<Box<dyn Future<Output = ()>>> {
    let lives: &dyn LivesBySubtrait = adapt(arena, value);
    //~^ ERROR lifetime may not live long enough
    generic(lives)
}

// These are fine: an owner that borrows nothing, an arena that lives as long, and a future of which
// nothing is declared.
fn boxed(value: &u8) -> Pin<Box<dyn Future<Output = ()>>> {
    let lives: &dyn Lives = Boxing::new(value);
    Box::pin(lives.forever())
}
fn boxed_by_subtrait(value: &u8) -> Pin<Box<dyn Future<Output = ()>>> {
    let lives: &dyn LivesBySubtrait = Boxing::new(value);
    generic(lives)
}
fn long_arena<'a>(arena: &'a (), value: &u8) -> Pin<Box<dyn Future<Output = ()> + 'a>> {
    let lives: &dyn LivesFor<'a> = adapt(arena, value);
    Box::pin(lives.as_declared())
}
fn captured<'a>(arena: &'a (), value: &'a u8) -> Pin<Box<dyn Future<Output = ()> + 'a>> {
    let captures: &'a dyn Captures = adapt(arena, value);
    Box::pin(captures.as_captured())
}

fn main() {}
