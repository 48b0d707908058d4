//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver
//@ check-pass

// A method that says so may refine what it returns, in every way that the lints know.

#![feature(refine)]
#![allow(async_fn_in_trait)]
#![deny(refining_impl_trait, unused_attributes)]
#![crate_type = "lib"]

use std::pin::Pin;

pub trait Fetch<'x> {
    async fn fetch(&mut self, id: u32) -> u8;
    async fn inner(&self) -> impl Sized;
    fn items(&self) -> impl Iterator<Item = impl Sized>;
    fn bounds(&self) -> impl Sized;
    fn captures(&self) -> impl Sized;
    fn nested(&self) -> Option<impl Sized>;
}

// These would be `refining_impl_trait_reachable`.
pub struct Public;
impl Fetch<'_> for Public {
    #[refine]
    fn fetch(&mut self, _: u32) -> Pin<Box<dyn Future<Output = u8> + Send + '_>> {
        Box::pin(async { 0 })
    }
    #[refine]
    async fn inner(&self) -> u8 {
        0
    }
    #[refine]
    fn items(&self) -> std::vec::IntoIter<u8> {
        vec![].into_iter()
    }
    #[refine]
    fn bounds(&self) -> impl Copy {}
    #[refine]
    fn captures(&self) -> impl Sized + use<> {}
    #[refine]
    fn nested(&self) -> Option<u8> {
        None
    }
}

// And these `refining_impl_trait_internal`.
struct Private;
impl Fetch<'_> for Private {
    #[refine]
    fn fetch(&mut self, _: u32) -> impl Future<Output = u8> + Send {
        async { 0 }
    }
    #[refine]
    fn inner(&self) -> std::future::Ready<()> {
        std::future::ready(())
    }
    #[refine]
    fn items(&self) -> impl Iterator<Item = u8> {
        None.into_iter()
    }
    #[refine]
    fn bounds(&self) {}
    #[refine]
    fn captures(&self) -> impl Sized + use<> {}
    #[refine]
    fn nested(&self) -> Option<()> {
        None
    }
}
