//@ edition: 2024
//@ aux-build: calls.rs

// Calls in types are shown as they are written. An item of another crate shows what they return.

#![feature(return_type_notation)]
#![crate_name = "foo"]

extern crate calls;

use std::fmt::Debug;

pub fn identity<T>(x: T) -> T {
    x
}
pub fn make<T>() -> Option<T> {
    None
}
pub trait Fetch {
    fn fetch(&self, id: u32) -> impl Sized;
    fn len(&self) -> usize;
    fn generic<T>(&self, _: T) -> T;
}

//@ has foo/struct.Holder.html
//@ has - '//pre[@class="rust item-decl"]' "pub free: identity(u8),"
//@ has - '//pre[@class="rust item-decl"]' "pub turbofish: make::<&'static str>(),"
//@ has - '//pre[@class="rust item-decl"]' "pub inherent: Vec<u8>::with_capacity(usize),"
//@ has - '//pre[@class="rust item-decl"]' "pub nested: Option<identity(make::<u8>())>,"
//@ has - '//pre[@class="rust item-decl"]//a[@href="fn.identity.html"]' 'identity'
pub struct Holder {
    pub free: identity(u8),
    pub turbofish: make::<&'static str>(),
    pub inherent: Vec::<u8>::with_capacity(usize),
    pub nested: Option<identity(make::<u8>())>,
}

//@ has foo/fn.in_signature.html
//@ has - '//pre[@class="rust item-decl"]' "pub fn in_signature<'a, F: Fetch>( f: &'a F, len: F::len(&'a F), ) -> <F as Fetch>::fetch(&'a F, u32)"
pub fn in_signature<'a, F: Fetch>(f: &'a F, len: F::len(&'a F)) -> <F as Fetch>::fetch(&'a F, u32) {
    f.fetch(len as u32)
}

//@ has foo/fn.in_bounds.html
//@ has - '//pre[@class="rust item-decl"]' "pub fn in_bounds<F: Fetch<fetch(..): Send, generic::<u8>(..): Send>>()"
//@ has - '//pre[@class="rust item-decl"]' "F::len(..): Sync,"
//@ has - '//pre[@class="rust item-decl"]' "for<'a> F::fetch(&'a F, u32): Unpin,"
//@ has - '//pre[@class="rust item-decl"]' "make::<F>(): Debug,"
pub fn in_bounds<F: Fetch<fetch(..): Send, generic::<u8>(..): Send>>()
where
    F::len(..): Sync,
    for<'a> F::fetch(&'a F, u32): Unpin,
    make::<F>(): Debug,
{
}

//@ has foo/type.Alias.html
//@ has - '//pre[@class="rust item-decl"]' "pub type Alias = identity(u8);"
pub type Alias = identity(u8);

//@ has foo/trait.Other.html
//@ has - '//*[@class="impl"]//h3' 'impl Other for identity(u8)'
pub trait Other {}
impl Other for identity(u8) {}

//@ has foo/struct.Remote.html
//@ has - '//pre[@class="rust item-decl"]' "pub x: u8,"
pub use calls::Remote;

//@ has foo/fn.bounds.html
//@ has - '//pre[@class="rust item-decl"]' "pub fn bounds<F>() -> u8where F: Fetch, <F as Fetch>::fetch(..): Send,"
pub use calls::bounds;
