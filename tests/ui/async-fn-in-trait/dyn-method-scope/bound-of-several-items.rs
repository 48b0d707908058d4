//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// What a trait asks of its associated types is asked of each that a `dyn` type says, also where it
// has the trait twice and lifetimes don't tell which one is meant: with type parameters in their
// place it is known, and implied.

#![feature(dyn_method_scope)]

use std::fmt::Debug;

trait Super<'x, K> {
    type Item: 'x;
    fn generic<R>(&self) {}
}
trait Two<'x, T, U>: Super<'x, T, Item = T> + Super<'x, U, Item = U> {}

fn implied<'x, A: Debug, B>(_: Option<&dyn Two<'x, A, B>>, a: A) -> Box<dyn Debug + 'x> {
    Box::new(a)
}

trait Base<T> {
    type Out;
    fn generic<R>(&self) {}
}
trait Equal<T>: Base<T> {
    type Item: PartialEq<<Self as Base<T>>::Out>;
}
trait TwoEqual<T, U>: Base<T, Out = T> + Base<U, Out = U> + Equal<T> {}

fn by_types<T: PartialEq, U>(_: &dyn TwoEqual<T, U, Item = T>) {}

fn by_lifetimes<'s>(_: &dyn TwoEqual<&'s str, &'static str, Item = &'s str>) {}
//~^ ERROR is not satisfied

fn main() {
    let text = String::from("text");
    let _: Box<dyn Debug + 'static> = implied::<&str, &str>(None, &text[..]);
    //~^ ERROR `text` does not live long enough
}
