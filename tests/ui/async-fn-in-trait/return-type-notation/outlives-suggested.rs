// Where the lifetimes in a call are not as a call would have them, the message says which bound is
// missing.

//@ edition: 2024

#![feature(return_type_notation)]
#![allow(incomplete_features)]

fn lend<'a, T>(value: &'a T) -> impl Sized {
    value
}

fn argument<'x, 'y>(_: lend(&'x &'y str)) {}
//~^ ERROR lifetime bound not satisfied
fn returned<'x, 'y>(_: &'x u8, _: &'y u8) -> Option<lend(&'x &'y str)> {
    //~^ ERROR lifetime bound not satisfied
    None
}
fn with_static<'y>(_: Option<lend(&'static &'y str)>) {}
//~^ ERROR lifetime bound not satisfied
fn elided(_: Vec<lend(&&str)>) {}
//~^ ERROR lifetime bound not satisfied
struct Field<'x, 'y>(lend(&'x &'y str));
//~^ ERROR lifetime bound not satisfied
struct Wrapper<'x, 'y, T>(&'x u8, &'y u8, T);
impl<'x, 'y> Wrapper<'x, 'y, lend(&'x &'y str)> {
    //~^ ERROR lifetime bound not satisfied
    const ONE: u8 = 1;
}
trait Method {
    fn method<'x, 'y>(x: lend(&'x &'y str), y: &'y u8) -> &'x u8;
    //~^ ERROR lifetime bound not satisfied
}
fn parameter<'x, T>(_: Option<lend(&'x T)>) {}
//~^ ERROR the parameter type `T` may not live long enough

fn main() {}
