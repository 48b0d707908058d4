//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// An undeclared lifetime in what a method returns: upstream's #137895.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

trait A {
    fn b() -> impl ?Sized + 'a;
    //~^ ERROR use of undeclared lifetime name `'a`
}
impl A for dyn A {}
//~^ ERROR not all trait items implemented, missing: `b`
//~| ERROR the trait `A` is not dyn compatible

trait B {
    fn b(&self) -> impl Future<Output = ()> + 'a;
    //~^ ERROR use of undeclared lifetime name `'a`
}
impl B for dyn B {}
//~^ ERROR the object type `(dyn B + 'static)` automatically implements the trait `B`

fn main() {}
