//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// What the arguments of a call imply about lifetimes is a part of what makes its opaque type
// well-formed, as for names in `outlives-of-arguments.rs` there. Otherwise `stretch` would make a
// `&'static str` of any `&str`, for `lend` has never been called.

//@ aux-build: functions.rs

#![feature(return_type_notation)]

extern crate functions;

trait Stretch {
    type Short;
    type Long;
    fn stretch(_: Option<Self>, short: Self::Short) -> Self::Long
    where
        Self: Sized;
}
// The impl may rely on `'short: 'long`, for its header mentions `&'long &'short str`.
impl<'long, 'short> Stretch for &'long &'short str {
    type Short = &'short str;
    type Long = &'long str;
    fn stretch(_: Option<Self>, short: &'short str) -> &'long str {
        short
    }
}
fn lend<'long, 'short>(
    x: &'long &'short str,
) -> impl Stretch<Short = &'short str, Long = &'long str> {
    x
}
struct Inherent<T>(T);
impl<'long, 'short: 'short> Inherent<&'long &'short str> {
    fn lend(self) -> impl Stretch<Short = &'short str, Long = &'long str> {
        self.0
    }
}

type Lent<'long, 'short> = lend(&'long &'short str);
type LentInherent<'long, 'short> =
    Inherent::<&'long &'short str>::lend(Inherent<&'long &'short str>);

fn stretch<'short>(s: &'short str) -> &'static str {
    <Lent<'static, 'short> as Stretch>::stretch(None, s)
    //~^ ERROR lifetime may not live long enough
}
fn stretch_inherent<'short>(s: &'short str) -> &'static str {
    <LentInherent<'static, 'short> as Stretch>::stretch(None, s)
    //~^ ERROR lifetime may not live long enough
}
fn required<'short: 'long, 'long>(_: Option<Lent<'long, 'short>>, s: &'short str) -> &'long str {
    s
}
fn calls_required<'short>(s: &'short str) -> &'static str {
    required(None, s)
    //~^ ERROR lifetime may not live long enough
}
struct Unbounded<'a, T>(functions::lend(&'a T));
//~^ ERROR the parameter type `T` may not live long enough
struct Bounded<'a, T: 'a>(functions::lend(&'a T));

// A lifetime that only a call mentions does not constrain the type of the argument.
fn ignores<T>(_: T) -> u8 {
    0
}
fn unconstrained<'a>(_: ignores(&'a u8)) -> &'a str {
    panic!()
}
fn unconstrained_by_alias<'a>(_: Ignores<'a>) -> &'a str {
    panic!()
}
type Ignores<'a> = ignores(&'a u8);

fn main() {
    // So it is early-bound, and can be given.
    unconstrained::<'static>(0);
    unconstrained_by_alias::<'static>(0);
}
