//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// How long a `DynFuture` lives says nothing of its arguments while its call is unknown: that of a
// method which declares `'static` lives that long, whatever it has been called with.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

use std::fmt::Debug;
use std::future::DynFuture;
use std::marker::PhantomData;

fn by_bound<Call, Output: Debug>(
    _: PhantomData<DynFuture<Call, Output>>,
    output: Output,
) -> Box<dyn Debug>
where
    DynFuture<Call, Output>: 'static,
{
    Box::new(output) //~ ERROR the parameter type `Output` may not live long enough
}

fn implied<'r, Call, Output: Debug>(
    _: Option<&'r DynFuture<Call, Output>>,
    output: Output,
) -> Box<dyn Debug + 'r> {
    Box::new(output) //~ ERROR the parameter type `Output` may not live long enough
}

trait Long<'r> {
    type Output: Debug;
    fn long(output: Self::Output) -> Box<dyn Debug + 'r>;
}
impl<'r, Call, Output: Debug> Long<'r> for &'r DynFuture<Call, Output> {
    //~^ ERROR the type parameter `Call` is not constrained
    type Output = Output;
    fn long(output: Output) -> Box<dyn Debug + 'r> {
        Box::new(output) //~ ERROR the parameter type `Output` may not live long enough
    }
}

// To show it takes all arguments.
fn is_static<T: 'static>() {}
fn show<Call: 'static, Output: 'static>() {
    is_static::<DynFuture<Call, Output>>();
}
fn show_too_little<Call: 'static, Output>() {
    is_static::<DynFuture<Call, Output>>();
    //~^ ERROR may not live long enough
}

fn main() {}
