//@ edition: 2024

// A library whose author has not heard of `named_return_types`.

pub trait Fetch {
    async fn fetch<'declared, T>(&self, declared: &'declared str, t: &T) -> usize;
    fn ids(&self) -> impl Iterator<Item = u32>;
    fn nested(&self) -> Option<impl Sized>;
    fn plain(&self) -> u8;
}

pub struct Length;
impl Fetch for Length {
    async fn fetch<'declared, T>(&self, declared: &'declared str, _: &T) -> usize {
        declared.len()
    }
    fn ids(&self) -> impl Iterator<Item = u32> {
        0..3
    }
    fn nested(&self) -> Option<impl Sized> {
        Some(())
    }
    fn plain(&self) -> u8 {
        0
    }
}
