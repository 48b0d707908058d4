// The type of an argument may normalize to what the function itself returns, or another one that
// takes what this one returns. What an argument implies about lifetimes does not depend on that.
// (The next solver can't normalize an opaque type in the body that defines it.)

//@ check-pass
//@ edition: 2024

#![feature(return_type_notation)]
#![allow(incomplete_features)]

trait Has {
    type A;
}

struct Itself;
fn wrap<T>(value: T, _: Option<<Itself as Has>::A>) -> impl Sized {
    value
}
impl Has for Itself {
    type A = wrap(u8, Option<<Itself as Has>::A>);
}

struct First;
struct Second;
fn first<'a, T>(value: &'a T, _: Option<<First as Has>::A>) -> impl Sized {
    value
}
fn second<'a, T>(value: &'a T, _: Option<<Second as Has>::A>) -> impl Sized {
    value
}
impl Has for First {
    type A = second(&'static u8, Option<<Second as Has>::A>);
}
impl Has for Second {
    type A = first(&'static u8, Option<<First as Has>::A>);
}

struct Fields<'a> {
    wrapped: wrap(u8, Option<<Itself as Has>::A>),
    first: first(&'a u8, Option<<First as Has>::A>),
}

fn main() {
    let fields = Fields { wrapped: wrap(1u8, None), first: first(&1, None) };
    let _ = (fields.wrapped, fields.first);
}
