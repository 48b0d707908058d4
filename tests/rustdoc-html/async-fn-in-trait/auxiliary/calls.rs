//@ edition: 2024

#![feature(return_type_notation)]

fn identity<T>(x: T) -> T {
    x
}
pub struct Remote {
    pub x: identity(u8),
}
pub trait Fetch {
    fn fetch(&self, id: u32) -> impl Sized;
}
pub fn bounds<F: Fetch>() -> identity(u8)
where
    F::fetch(..): Send,
{
    0
}
