// A type parameter may stand for an adapter. So may an associated type, and an `impl Trait`. Then
// the vtable has the methods of what is adapted, with other outputs and other futures. So these
// don't become a `dyn` without an adapter, although what their methods return has a pointer's size.

//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally
//@ edition: 2024

#![feature(async_fn_in_dyn_trait, refine)]
#![allow(incomplete_features, async_fn_in_trait)]

use std::boxed::Boxing;
use std::future::{Pending, Ready, pending, ready};
use std::pin::Pin;

trait Helper {
    type Output;
    type Go: Future<Output = Self::Output>;
    fn go(&self) -> Self::Go;
}

trait Fetch {
    type Item;
    async fn fetch(&self) -> Self::Item;
}

impl<T: Helper> Fetch for T {
    type Item = T::Output;
    #[refine]
    fn fetch(&self) -> Pin<Box<T::Go>> {
        Box::pin(self.go())
    }
}

struct Source;

impl Helper for Source {
    type Output = u32;
    type Go = Ready<u32>;
    fn go(&self) -> Ready<u32> {
        ready(1)
    }
}

impl Helper for Boxing<Source> {
    type Output = String;
    type Go = Pending<String>;
    fn go(&self) -> Pending<String> {
        pending()
    }
}

fn parameter<T: Helper>(it: &T) -> &dyn Fetch<Item = T::Output> {
    it //~ ERROR cannot be converted to a
}

trait Has {
    type Helper: Helper;
}

fn projection<H: Has>(it: &H::Helper) -> &dyn Fetch<Item = <H::Helper as Helper>::Output> {
    it //~ ERROR cannot be converted to a
}

fn opaque() -> impl Helper<Output = String> + Sized {
    Source2
}
struct Source2;
impl Helper for Source2 {
    type Output = String;
    type Go = Pending<String>;
    fn go(&self) -> Pending<String> {
        pending()
    }
}

fn of_opaque() {
    let it = opaque();
    let _: &dyn Fetch<Item = String> = &it; //~ ERROR cannot be converted to a
}

// A type that is known not to be an adapter does.
struct Wrapper<T>(T);

impl<T: Helper> Helper for Wrapper<T> {
    type Output = T::Output;
    type Go = T::Go;
    fn go(&self) -> T::Go {
        self.0.go()
    }
}

fn wrapped<T: Helper>(it: &Wrapper<T>) -> &dyn Fetch<Item = T::Output> {
    it
}

fn main() {}
