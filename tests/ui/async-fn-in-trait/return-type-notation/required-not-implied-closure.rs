//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// What a closure takes and returns is not taken for well-formed, as far as a returned type requires
// something of lifetimes. See `required-not-implied.rs`.

#![feature(return_type_notation, named_return_types)]

trait Lend {
    fn lend<'a>(&'a self) -> impl Sized;
}
impl Lend for &str {
    fn lend<'a>(&'a self) -> impl Sized {}
}
fn lend<'l, 's>(x: &'l &'s str) -> impl Sized {
    x
}
fn drop_it<T>(_: T) {}

fn parameter<'l, 's>(_: &'l u8, _: &'s str) {
    let _ = |x: Option<lend(&'l &'s str)>| drop_it(x);
    //~^ ERROR lifetime may not live long enough
}
fn output<'l, 's>(_: &'l u8, _: &'s str) {
    let lend = || -> Option<<&'s str as Lend>::lend<'l>> { None };
    //~^ ERROR lifetime may not live long enough
    drop_it(lend());
}
fn called<'s>(s: &'s str) {
    let lend = |x: &&'s str| drop_it(x.lend());
    lend(&s);
}

fn main() {}
