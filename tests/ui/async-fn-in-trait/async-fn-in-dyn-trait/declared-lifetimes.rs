//@ aux-build: in_arena.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A method may declare several lifetimes of its future, its own among them. What an adapter keeps
// the future in has to live for all of them, in whatever order they are.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

extern crate in_arena;

use std::any::Any;
use std::boxed::Boxing;
use std::future::{Ready, ready};

use in_arena::InArena;

trait StaticFirst<'t> {
    fn run(&self) -> impl Future<Output = u8> + 'static + 't;
}
trait StaticLast<'t> {
    fn run(&self) -> impl Future<Output = u8> + 't + 'static;
}
trait OwnLifetime {
    fn run<'a>(&'a self) -> impl Future<Output = u8> + 'a;
}
impl<'t> StaticFirst<'t> for u8 {
    #[allow(refining_impl_trait)]
    fn run(&self) -> Ready<u8> {
        ready(*self)
    }
}
impl<'t> StaticLast<'t> for u8 {
    #[allow(refining_impl_trait)]
    fn run(&self) -> Ready<u8> {
        ready(*self)
    }
}
impl OwnLifetime for u8 {
    async fn run(&self) -> u8 {
        *self
    }
}

fn any_first<'t, T: StaticFirst<'t> + ?Sized>(t: &T) -> Box<dyn Any> {
    Box::new(t.run())
}
fn any_last<'t, T: StaticLast<'t> + ?Sized>(t: &T) -> Box<dyn Any> {
    Box::new(t.run())
}

fn first<'arena>(value: &InArena<'arena, u8>) -> Box<dyn Any> {
    let value: &dyn StaticFirst<'arena> = value;
    //~^ ERROR lifetime may not live long enough
    any_first(value)
}
fn last<'arena>(value: &InArena<'arena, u8>) -> Box<dyn Any> {
    let value: &dyn StaticLast<'arena> = value;
    //~^ ERROR lifetime may not live long enough
    any_last(value)
}
// For all lifetimes that the method can be called with, and that is more than there are.
fn own<'arena>(value: &InArena<'arena, u8>) {
    let _: &dyn OwnLifetime = value;
    //~^ ERROR lifetime may not live long enough
}

// These are fine: a box lives as long as what is in it, and a future that is declared to be
// `'static` is so through a `dyn`, too.
fn boxed<'t>(value: &u8) -> [Box<dyn Any>; 4] {
    let first: &dyn StaticFirst<'t> = Boxing::new(value);
    let last: &dyn StaticLast<'t> = Boxing::new(value);
    let _: &dyn OwnLifetime = Boxing::new(value);
    [any_first(first), any_last(last), Box::new(first.run()), Box::new(last.run())]
}

fn main() {}
