//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// Everything that the body of a function may assume about lifetimes has to be shown by whoever
// writes a call of it in a type: each of these would make a `&'static str` of any `&str`.

#![feature(return_type_notation, named_return_types)]

trait Stretch {
    type Short;
    type Long;
    fn stretch(_: Option<Self>, short: Self::Short) -> Self::Long
    where
        Self: Sized;
}
// The impl may rely on `'s: 'l`, for its header mentions `&'l &'s str`.
impl<'l, 's> Stretch for &'l &'s str {
    type Short = &'s str;
    type Long = &'l str;
    fn stretch(_: Option<Self>, short: &'s str) -> &'l str {
        short
    }
}
fn stretch<T: Stretch>(_: Option<T>, short: T::Short) -> T::Long {
    T::stretch(None, short)
}

// The self type of an inherent impl.
struct OfImpl<T>(T);
impl<'l, 's> OfImpl<&'l &'s str> {
    fn lend() -> impl Stretch<Short = &'s str, Long = &'l str> {
        None::<&'l &'s str>.unwrap()
    }
}
type Inherent<'l, 's> = OfImpl::<&'l &'s str>::lend();
fn inherent<'s>(s: &'s str) -> &'static str {
    stretch(None::<Inherent<'static, 's>>, s)
    //~^ ERROR lifetime may not live long enough
}

// An early-bound lifetime that is not captured, between two others.
fn between<'b, 'u, 'a>(
    _: &'b str,
    y: &'u &'a str,
) -> impl Stretch<Short = &'a str, Long = &'b str> + use<'a, 'b>
where
    'u: 'b,
{
    let z: &'b &'a str = y;
    z
}
type Between<'b, 'u, 'a> = between(&'b str, &'u &'a str);
fn through_where_clause<'s>(s: &'s str) -> &'static str {
    stretch(None::<Between<'static, 'static, 's>>, s)
    //~^ ERROR lifetime may not live long enough
}

// A part of the arguments beside one that has an uncaptured lifetime.
fn beside<'u, 'l, 's>(
    x: (&'u u8, &'l &'s str),
) -> impl Stretch<Short = &'s str, Long = &'l str> + use<'l, 's> {
    x.1
}
type Beside<'u, 'l, 's> = beside((&'u u8, &'l &'s str));
fn beside_uncaptured<'s>(s: &'s str) -> &'static str {
    stretch(None::<Beside<'static, 'static, 's>>, s)
    //~^ ERROR lifetime may not live long enough
}

// What an impl asks for that an argument's associated type is from.
trait Conv<'l, 's> {
    type Out;
}
impl<'l, 's: 'l> Conv<'l, 's> for () {
    type Out = &'l &'s str;
}
fn projected<'l, 's>(
    x: <() as Conv<'l, 's>>::Out,
) -> impl Stretch<Short = &'s str, Long = &'l str> {
    x
}
type Projected<'l, 's> = projected::<'l, 's>(<() as Conv<'l, 's>>::Out);
fn through_projection<'s>(s: &'s str) -> &'static str {
    stretch(None::<Projected<'static, 's>>, s)
    //~^ ERROR lifetime may not live long enough
}

// The same in a trait, by its name.
trait Lend {
    fn lend<'u, 'l, 's>(
        x: (&'u u8, &'l &'s str),
    ) -> impl Stretch<Short = &'s str, Long = &'l str> + use<'l, 's, Self>;
}
fn by_name<'s, T: Lend>(s: &'s str) -> &'static str {
    stretch(None::<T::lend<'static, 'static, 's>>, s)
    //~^ ERROR lifetime may not live long enough
}

fn main() {}
