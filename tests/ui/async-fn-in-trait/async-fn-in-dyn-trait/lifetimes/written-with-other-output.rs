// A `DynFuture` that is written by hand may have another output than the method's. What the method
// declares says nothing of that.

//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally
//@ edition: 2024

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

use std::fmt::Debug;
use std::future::DynFuture;

trait Fetch {
    fn fetch<'a>(&'a self) -> impl Future<Output = ()> + 'static;
}

fn stretch<D: Future<Output: Debug> + 'static>(output: D::Output) -> Box<dyn Debug> {
    Box::new(output)
}

fn written<F, O: Debug>(_: F, output: O) -> Box<dyn Debug>
where
    DynFuture<(F, &'static ()), O>: 'static,
{
    stretch::<DynFuture<(F, &'static ()), O>>(output)
}

fn borrowed<'a>(text: &'a str) -> Box<dyn Debug> {
    written(<dyn Fetch as Fetch>::fetch, text) //~ ERROR borrowed data escapes outside of function
}

fn owned(text: String) -> Box<dyn Debug> {
    written(<dyn Fetch as Fetch>::fetch, text)
}

fn main() {}
