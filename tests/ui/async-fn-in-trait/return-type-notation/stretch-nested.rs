//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// What the body of a function may assume about lifetimes is required of every `impl Trait` type
// that it returns: of one that is nested in the bounds of another, and of what the method of an
// impl or the default body of a trait's returns, which the trait's associated type is an alias of.
// Each of these would make a `&'static str` of any `&str`, with no type in sight that says so.

#![feature(return_type_notation, named_return_types)]
#![allow(refining_impl_trait)]

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

fn nested<'l, 's>(
    x: &'l &'s str,
) -> impl Iterator<Item = impl Stretch<Short = &'s str, Long = &'l str>> {
    std::iter::once(x)
}
type Nested<'l, 's> = <nested(&'l &'s str) as Iterator>::Item;

fn annotation<'s>(s: &'s str) -> &'static str {
    stretch(None::<Nested<'static, 's>>, s)
    //~^ ERROR lifetime may not live long enough
}
fn parameter_of_closure<'s>(s: &'s str) -> &'static str {
    let stretch = |none: Option<Nested<'static, 's>>| stretch(none, s);
    //~^ ERROR borrowed data escapes outside of function
    stretch(None)
}
fn output_of_closure<'s>(s: &'s str) -> &'static str {
    let none = || -> Option<Nested<'static, 's>> { None };
    stretch(none(), s)
    //~^ ERROR lifetime may not live long enough
}
fn higher_ranked<'s, F>(f: F) -> F
where
    F: for<'l> Fn(&'l u8) -> Option<Nested<'l, 's>>,
{
    f
}
fn output_of_higher_ranked_closure<'s>(s: &'s str) -> &'static str {
    let none = higher_ranked::<'s, _>(|_| None);
    stretch(none(&0), s)
    //~^ ERROR lifetime may not live long enough
}
fn takes_higher_ranked<F>(_: F)
where
    F: for<'l, 's> Fn(Option<Nested<'l, 's>>, &'s str, &'l ()) -> &'l str,
{
}
fn parameter_of_higher_ranked_closure() {
    takes_higher_ranked(|none, s, _| stretch(none, s));
    //~^ ERROR lifetime may not live long enough
}
trait Assoc {
    type Assoc;
}
struct OfImpl<'s>(&'s str);
impl<'s> Assoc for OfImpl<'s> {
    type Assoc = Nested<'static, 's>;
    //~^ ERROR lifetime bound not satisfied
}
fn by_assoc<'s>(s: &'s str) -> &'static str {
    stretch(None::<<OfImpl<'s> as Assoc>::Assoc>, s)
    //~^ ERROR lifetime may not live long enough
}

// Three deep, and with a lifetime between that the innermost does not capture.
fn deep<'b, 'u, 'a>(
    x: &'u &'a str,
    _: &'b &'u u8,
) -> impl Iterator<
    Item = impl Iterator<
        Item = impl Stretch<Short = &'a str, Long = &'b str> + use<'a, 'b>,
    > + use<'a, 'b, 'u>,
> {
    let x: &'b &'a str = x;
    std::iter::once(std::iter::once(x))
}
type Deep<'b, 'u, 'a> =
    <<deep(&'u &'a str, &'b &'u u8) as Iterator>::Item as Iterator>::Item;
fn three_deep<'s>(s: &'s str) -> &'static str {
    stretch(None::<Deep<'static, 'static, 's>>, s)
    //~^ ERROR lifetime may not live long enough
}

// By the method of an impl.
trait Lend {
    fn lend<'l>(&self, x: &'l Self) -> impl Stretch;
    fn lend_nested<'l>(&self, x: &'l Self) -> impl Iterator<Item = impl Stretch>;
    fn lend_default<'l, 's>(
        &self,
        x: &'l &'s str,
    ) -> impl Stretch<Short = &'s str, Long = &'l str> {
        x
    }
}
impl<'s> Lend for &'s str {
    fn lend<'l>(&self, x: &'l &'s str) -> impl Stretch<Short = &'s str, Long = &'l str> {
        x
    }
    fn lend_nested<'l>(
        &self,
        x: &'l &'s str,
    ) -> impl Iterator<Item = impl Stretch<Short = &'s str, Long = &'l str>> {
        std::iter::once(x)
    }
}
type Lent<'l, 's> = <&'s str as Lend>::lend<'l, 'l>;
fn of_impl<'s>(s: &'s str) -> &'static str {
    let stretch = |none: Option<Lent<'static, 's>>| stretch(none, s);
    //~^ ERROR borrowed data escapes outside of function
    stretch(None)
}
type LentNested<'l, 's> = <<&'s str as Lend>::lend_nested<'l, 'l> as Iterator>::Item;
fn nested_of_impl<'s>(s: &'s str) -> &'static str {
    let stretch = |none: Option<LentNested<'static, 's>>| stretch(none, s);
    //~^ ERROR borrowed data escapes outside of function
    stretch(None)
}
type LentDefault<'l, 's> = <&'static str as Lend>::lend_default<'l, 's, 'static>;
fn of_default_body<'s>(s: &'s str) -> &'static str {
    let stretch = |none: Option<LentDefault<'static, 's>>| stretch(none, s);
    //~^ ERROR borrowed data escapes outside of function
    stretch(None)
}
impl<'s> Assoc for &'s str {
    type Assoc = Lent<'static, 's>;
    //~^ ERROR lifetime bound not satisfied
}

// What the header of a trait's impl says.
trait Make {
    fn make() -> impl Stretch;
}
impl<'l, 's> Make for &'l &'s str {
    fn make() -> impl Stretch<Short = &'s str, Long = &'l str> {
        None::<&'l &'s str>.unwrap()
    }
}
type Made<'l, 's> = <&'l &'s str as Make>::make;
fn of_header<'s>(s: &'s str) -> &'static str {
    let stretch = |none: Option<Made<'static, 's>>| stretch(none, s);
    //~^ ERROR borrowed data escapes outside of function
    stretch(None)
}

// The output of an async function's future.
async fn output<'l, 's>(x: &'l &'s str) -> impl Stretch<Short = &'s str, Long = &'l str> {
    x
}
type Output<'l, 's> = <output(&'l &'s str) as Future>::Output;
fn of_future<'s>(s: &'s str) -> &'static str {
    let stretch = |none: Option<Output<'static, 's>>| stretch(none, s);
    //~^ ERROR borrowed data escapes outside of function
    stretch(None)
}

// In terms of a type parameter.
fn by_name<'s, T: Lend + 'static>(s: &'s str) -> &'static str {
    let stretch = |none: Option<T::lend_default<'static, 's, 'static>>| stretch(none, s);
    //~^ ERROR borrowed data escapes outside of function
    stretch(None)
}

// What is required does hold here.
fn shorten<'l, 's: 'l, 't: 'l>(s: &'s str, t: &'t str) -> &'l str {
    let stretch = |none: Option<Nested<'l, 's>>| stretch(none, s);
    let lent = |none: Option<Lent<'l, 't>>| crate::stretch(none, t);
    if s.is_empty() { stretch(None) } else { lent(None) }
}

fn main() {}
