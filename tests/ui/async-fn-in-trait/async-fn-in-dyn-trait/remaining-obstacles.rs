//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// What still keeps a trait from having a `dyn`, beside methods that return futures: each is named.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

use std::fmt::Debug;

trait Generic {
    async fn fine(&self);
    async fn generic<T>(&self, t: T);
}
fn generic(_: &dyn Generic) {}
//~^ ERROR the trait `Generic` is not dyn compatible

trait ImplArgument {
    async fn argument(&self, t: impl Debug);
}
fn argument(_: &dyn ImplArgument) {}
//~^ ERROR the trait `ImplArgument` is not dyn compatible

trait Const {
    async fn constant<const N: usize>(&self) -> [u8; N];
}
fn constant(_: &dyn Const) {}
//~^ ERROR the trait `Const` is not dyn compatible

trait Nested {
    async fn nested(&self) -> impl Debug;
}
fn nested(_: &dyn Nested) {}
//~^ ERROR the trait `Nested` is not dyn compatible

trait NestedDeeper {
    fn nested(&self) -> impl Future<Output = Option<impl Debug>>;
}
fn nested_deeper(_: &dyn NestedDeeper) {}
//~^ ERROR the trait `NestedDeeper` is not dyn compatible

trait ReturnsSelf {
    async fn returns_self(&self) -> Box<Self>;
}
fn returns_self(_: &dyn ReturnsSelf) {}
//~^ ERROR the trait `ReturnsSelf` is not dyn compatible

trait TakesSelf {
    async fn takes_self(&self, other: &Self);
}
fn takes_self(_: &dyn TakesSelf) {}
//~^ ERROR the trait `TakesSelf` is not dyn compatible

trait NoReceiver {
    async fn no_receiver() -> u32;
}
fn no_receiver(_: &dyn NoReceiver) {}
//~^ ERROR the trait `NoReceiver` is not dyn compatible

trait NotAFuture {
    fn iterator(&self) -> impl Iterator<Item = u8>;
}
fn not_a_future(_: &dyn NotAFuture) {}
//~^ ERROR the trait `NotAFuture` is not dyn compatible

trait MoreThanAFuture {
    fn debug(&self) -> impl Future<Output = ()> + Debug;
}
fn more_than_a_future(_: &dyn MoreThanAFuture) {}
//~^ ERROR the trait `MoreThanAFuture` is not dyn compatible

trait InAnother {
    fn option(&self) -> Option<impl Future<Output = ()>>;
}
fn in_another(_: &dyn InAnother) {}
//~^ ERROR the trait `InAnother` is not dyn compatible

trait Bounded: Sized {
    async fn bounded(&self);
}
fn bounded(_: &dyn Bounded) {}
//~^ ERROR the trait `Bounded` is not dyn compatible

trait Constant {
    const N: usize;
    async fn fine(&self);
}
fn with_constant(_: &dyn Constant) {}
//~^ ERROR the trait `Constant` is not dyn compatible

trait Sub: Nested {
    async fn fine(&self);
}
fn sub(_: &dyn Sub) {}
//~^ ERROR the trait `Sub` is not dyn compatible

fn main() {}
