//@ edition: 2024
//@ run-rustfix

// The attribute is unused where the method promises what the trait promises.

#![feature(refine)]
#![deny(unused_attributes, refining_impl_trait)]
#![allow(dead_code)]

trait Fetch<'x, T> {
    async fn fetch(&mut self, id: u32) -> u8;
    async fn other_form(&self) -> u8;
    fn items<'a>(&'a self, x: &'x T) -> impl Iterator<Item = &'a u8>;
    fn plain(&self, x: &str) -> u8;
    fn generic<A: Clone, const N: usize>(a: [A; N]) -> Self where Self: Sized;
    fn early<'a: 'a>(&'a self) -> &'a u8;
    fn provided(&self) {}
}

struct S<T>(Vec<u8>, T);
impl<'y, T> Fetch<'y, Vec<T>> for S<T> {
    #[refine] //~ ERROR `#[refine]` on `fetch`, which refines nothing
    async fn fetch(&mut self, _: u32) -> u8 {
        0
    }
    #[refine] //~ ERROR `#[refine]` on `other_form`, which refines nothing
    fn other_form(&self) -> impl Future<Output = u8> {
        async { 0 }
    }
    #[refine] //~ ERROR `#[refine]` on `items`, which refines nothing
    fn items<'b>(&'b self, _: &'y Vec<T>) -> impl Iterator<Item = &'b u8> {
        self.0.iter()
    }
    #[refine] //~ ERROR `#[refine]` on `plain`, which refines nothing
    fn plain(&self, _: &str) -> u8 {
        0
    }
    #[refine] //~ ERROR `#[refine]` on `generic`, which refines nothing
    fn generic<B: Clone, const M: usize>(_: [B; M]) -> Self where Self: Sized {
        loop {}
    }
    #[refine] //~ ERROR `#[refine]` on `early`, which refines nothing
    fn early<'b: 'b>(&'b self) -> &'b u8 {
        &0
    }
    #[refine] //~ ERROR `#[refine]` on `provided`, which refines nothing
    fn provided(&self) {}
}

// What does not hold in the impl because it is always so is not left out by it.
struct Unit;
impl Fetch<'static, ()> for Unit {
    async fn fetch(&mut self, _: u32) -> u8 {
        0
    }
    async fn other_form(&self) -> u8 {
        0
    }
    fn items<'b>(&'b self, _: &'static ()) -> impl Iterator<Item = &'b u8> {
        None.into_iter()
    }
    fn plain(&self, _: &str) -> u8 {
        0
    }
    #[refine] //~ ERROR `#[refine]` on `generic`, which refines nothing
    fn generic<B: Clone, const M: usize>(_: [B; M]) -> Self {
        Unit
    }
    fn early<'b: 'b>(&'b self) -> &'b u8 {
        &0
    }
}

fn main() {}
