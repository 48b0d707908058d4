//@ edition: 2024
//@ aux-build: named.rs

// The name of the type that a method returns is shown as it is written, for items of this crate
// and for those of another.

#![feature(named_return_types)]
#![crate_name = "foo"]

extern crate named;

//@ has foo/trait.Fetch.html
//@ has - '//pre[@class="rust item-decl"]' 'async fn fetch(&mut self, id: u32) -> u8'
//@ has - '//pre[@class="rust item-decl"]' "fn start(&mut self) -> Self::fetch<'_>;"
pub trait Fetch {
    async fn fetch(&mut self, id: u32) -> u8;
    fn start(&mut self) -> Self::fetch<'_>;
}

//@ has foo/fn.in_signature.html
//@ has - '//pre[@class="rust item-decl"]' "pub fn in_signature<'a, F: Fetch>(f: &'a mut F) -> <F as Fetch>::fetch<'a>"
pub fn in_signature<'a, F: Fetch>(f: &'a mut F) -> <F as Fetch>::fetch<'a> {
    f.fetch(1)
}

//@ has foo/fn.in_bounds.html
//@ has - '//pre[@class="rust item-decl"]' "pub fn in_bounds<F: Fetch<fetch: Send>>()"
//@ has - '//pre[@class="rust item-decl"]' "F::fetch: Sync,"
//@ has - '//pre[@class="rust item-decl"]' "for<'a> F::fetch<'a>: Unpin,"
pub fn in_bounds<F: Fetch<fetch: Send>>()
where
    F::fetch: Sync,
    for<'a> F::fetch<'a>: Unpin,
{
}

//@ has foo/struct.Pending.html
//@ has - '//pre[@class="rust item-decl"]' "pub inner: F::fetch<'a>,"
pub struct Pending<'a, F: Fetch + 'a> {
    pub inner: F::fetch<'a>,
}

//@ has foo/fn.start.html
//@ has - '//pre[@class="rust item-decl"]' "pub fn start<'a, F>(f: &'a mut F) -> <F as Fetch>::fetch<'a, 'a, u8>where F: Fetch, <F as Fetch>::fetch<u8>: Send,"
pub use named::start;

//@ has foo/struct.Stored.html
//@ has - '//pre[@class="rust item-decl"]' "pub inner: <F as Fetch>::fetch<'a, 'a, u8>,"
pub use named::Stored;
