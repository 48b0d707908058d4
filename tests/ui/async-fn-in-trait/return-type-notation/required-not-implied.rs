//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// What a returned type requires of lifetimes is not implied by it, unlike what a `&'l &'s str`
// requires: whoever takes the type says it, or takes something that implies it.

#![feature(return_type_notation, named_return_types)]

trait Lend {
    fn lend<'a>(&'a self) -> impl Sized;
}
fn lend<'l, 's>(x: &'l &'s str) -> impl Sized {
    x
}

fn taken<'l, 's>(_: Option<lend(&'l &'s str)>) {}
//~^ ERROR lifetime bound not satisfied
// The lifetimes of an argument imply the bound, and so does a where-clause.
fn taken_with_where_clause<'l, 's: 'l>(_: Option<lend(&'l &'s str)>) {}
fn taken_with_argument<'l, 's>(_: Option<lend(&'l &'s str)>, _: &'l &'s str) {}

fn returned<'l, 's>() -> Option<lend(&'l &'s str)> {
    //~^ ERROR lifetime bound not satisfied
    None
}
fn returned_with_where_clause<'l, 's: 'l>() -> Option<lend(&'l &'s str)> {
    None
}

fn named<'a, T: Lend>(_: Option<T::lend<'a>>) {}
//~^ ERROR the parameter type `T` may not live long enough
fn named_with_where_clause<'a, T: Lend + 'a>(_: Option<T::lend<'a>>) {}
fn named_with_argument<'a, T: Lend>(x: &'a T) -> T::lend<'a> {
    x.lend()
}

fn main() {}
