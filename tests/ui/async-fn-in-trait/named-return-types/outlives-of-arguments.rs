//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// A call that returns `T::lend<'a>` was given a `&'a T`, and so has shown `T: 'a`. What is returned
// may rely on that. So whoever writes the name without a call has to show it, too. Otherwise
// `stretch` would make a `&'static str` of any `&str`.

#![feature(named_return_types)]
#![allow(refining_impl_trait)]

trait Lend {
    fn lend<'a>(&'a self) -> impl Sized;
}

struct Holds<'a, T: 'a>(#[allow(dead_code)] &'a T);
impl<'b> Lend for &'b str {
    fn lend<'a>(&'a self) -> Holds<'a, &'b str> {
        Holds(self)
    }
}

// The type of the argument requires `'short: 'long`, as `Option<&'long &'short str>` would.
fn stretch<'short: 'long, 'long>(
    _: Option<<&'short str as Lend>::lend<'long>>,
    s: &'short str,
) -> &'long str {
    s
}

fn stretch_local() -> &'static str {
    let local = String::from("gone");
    stretch(None, &local)
    //~^ ERROR cannot return value referencing local variable `local`
}

fn stretch_parameter<'short>(s: &'short str) -> &'static str {
    stretch(None::<<&'short str as Lend>::lend<'static>>, s)
    //~^ ERROR lifetime may not live long enough
}

struct Unbounded<'a, L: Lend>(L::lend<'a>);
//~^ ERROR the parameter type `L` may not live long enough
struct Bounded<'a, L: Lend + 'a>(L::lend<'a>);

// It is required of what a function returns, too.
fn returned<L: Lend + 'static>() -> Option<L::lend<'static>> {
    None
}
fn calls_returned<'short>(_: &'short str) {
    returned::<&'short str>();
    //~^ ERROR lifetime may not live long enough
}

fn main() {}
