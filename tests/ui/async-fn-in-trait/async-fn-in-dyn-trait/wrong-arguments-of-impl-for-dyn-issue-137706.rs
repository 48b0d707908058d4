//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// An impl for the trait's own `dyn`, with a wrong number of arguments: upstream's #137706.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

trait A {
    fn b() -> impl IntoIterator<Item = ()>;
}
impl A<()> for dyn A {
//~^ ERROR trait takes 0 generic arguments but 1 generic argument was supplied
//~| ERROR the trait `A` is not dyn compatible
    fn b() -> () {}
    //[current]~^ ERROR method `b` has an incompatible type for trait
    //~^^ ERROR `()` is not an iterator
}

trait B {
    async fn b(&self);
}
impl B<()> for dyn B {
//~^ ERROR trait takes 0 generic arguments but 1 generic argument was supplied
//~| ERROR the object type `(dyn B + 'static)` automatically implements the trait `B`
    async fn b(&self) {}
}

fn main() {}
