//@ edition: 2024
//@ aux-build: dyn_fetch.rs

// A `dyn` type is shown with what it promises, for items of this crate and for those of another,
// and a trait with methods that return futures as one that is dyn compatible.

#![feature(async_fn_in_dyn_trait, return_type_notation)]
#![allow(incomplete_features)]
#![crate_name = "foo"]

extern crate dyn_fetch;

//@ has foo/trait.Fetch.html
//@ !has - '//*[@id="dyn-compatibility"]' ''
pub trait Fetch {
    async fn fetch(&mut self, id: u32) -> u8;
}

//@ has foo/trait.Generic.html
//@ has - '//*[@id="dyn-compatibility"]' 'Dyn Compatibility'
pub trait Generic {
    async fn generic<T>(&self, t: T);
}

//@ has foo/fn.plain.html
//@ has - '//pre[@class="rust item-decl"]' "pub fn plain(_: &mut dyn Fetch)"
pub fn plain(_: &mut dyn Fetch) {}

//@ has foo/fn.promises.html
//@ has - '//pre[@class="rust item-decl"]' "pub fn promises(_: &mut dyn Fetch<fetch(..): Send + Sync>)"
pub fn promises(_: &mut dyn Fetch<fetch(..): Send + Sync>) {}

//@ has foo/type.DynFetch.html
//@ has - '//pre[@class="rust item-decl"]' "pub type DynFetch<'bound> = dyn Fetch<fetch(..): Send> + 'bound;"
pub type DynFetch<'bound> = dyn Fetch<fetch(..): Send> + 'bound;

//@ has foo/fn.takes.html
//@ has - '//pre[@class="rust item-decl"]' "pub fn takes(_: &dyn Remote)"
pub use dyn_fetch::takes;

//@ has foo/fn.takes_send.html
//@ has - '//pre[@class="rust item-decl"]' "pub fn takes_send(_: Box<dyn Remote<fetch(..): Send> + Sync>)"
pub use dyn_fetch::takes_send;

//@ has foo/struct.Boxed.html
//@ has - '//*[@class="impl"]//h3[@class="code-header"]' 'impl Fetch for Boxed'
pub struct Boxed(pub Box<dyn Fetch>);
impl Fetch for Boxed {
    async fn fetch(&mut self, id: u32) -> u8 {
        self.0.fetch(id).await
    }
}
