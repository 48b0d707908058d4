//@ edition: 2021
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// An opaque type within a `for<…>` of the return type: the lifetimes of the function are told apart
// from those of the binder.

#![feature(return_type_notation)]

trait Tr<'x, T> {}
impl<'x, T> Tr<'x, T> for () {}
fn boxed<T>(_: T) -> Box<dyn for<'x> Tr<'x, T>> {
    Box::new(())
}
fn lend<'l, 's>(x: &'l &'s str) -> Box<dyn for<'x> Tr<'x, impl Sized + use<'l, 's>>> {
    boxed(x)
}

type Lent<'l, 's> = lend(&'l &'s str);
struct Shown<'l, 's: 'l>(Lent<'l, 's>);
fn shown<'l, 's>(x: &'l &'s str) -> Shown<'l, 's> {
    Shown(lend(x))
}
struct NotShown<'l, 's>(Lent<'l, 's>);
//~^ ERROR lifetime bound not satisfied

fn main() {}
