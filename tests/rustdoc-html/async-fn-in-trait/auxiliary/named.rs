//@ edition: 2024
#![feature(named_return_types)]

pub trait Fetch {
    async fn fetch<'id, T>(&mut self, id: &'id u32, t: T) -> u8;
}

pub fn start<'a, F: Fetch>(f: &'a mut F) -> F::fetch<'a, 'a, u8>
where
    F::fetch<u8>: Send,
{
    f.fetch(&1, 0)
}

pub struct Stored<'a, F: Fetch + 'a> {
    pub inner: F::fetch<'a, 'a, u8>,
}
