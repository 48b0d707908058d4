//@ edition: 2024

// A crate without any gate.

pub trait Stretch {
    type Short;
    type Long;
    fn stretch(_: Option<Self>, short: Self::Short) -> Self::Long
    where
        Self: Sized;
}
impl<'l, 's> Stretch for &'l &'s str {
    type Short = &'s str;
    type Long = &'l str;
    fn stretch(_: Option<Self>, short: &'s str) -> &'l str {
        short
    }
}
pub fn stretch<T: Stretch>(_: Option<T>, short: T::Short) -> T::Long {
    T::stretch(None, short)
}

pub fn lend<'l, 's>(x: &'l &'s str) -> impl Stretch<Short = &'s str, Long = &'l str> {
    x
}
pub fn nested<'l, 's>(
    x: &'l &'s str,
) -> impl Iterator<Item = impl Stretch<Short = &'s str, Long = &'l str>> {
    std::iter::once(x)
}

pub trait Lend {
    fn lend<'l>(&self, x: &'l Self) -> impl Stretch;
}
impl<'s> Lend for &'s str {
    #[allow(refining_impl_trait)]
    fn lend<'l>(&self, x: &'l &'s str) -> impl Stretch<Short = &'s str, Long = &'l str> {
        x
    }
}
