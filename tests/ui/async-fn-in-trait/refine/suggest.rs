//@ edition: 2024
//@ run-rustfix
//@ rustfix-only-machine-applicable

// With the gate, the lints suggest the attribute first.

#![feature(refine)]
#![allow(async_fn_in_trait)]
#![deny(refining_impl_trait)]
#![allow(dead_code)]

pub trait Fetch {
    async fn fetch(&self) -> u8;
    fn bounds(&self) -> impl Sized;
    fn captures(&self) -> impl Sized;
}

pub struct Public;
impl Fetch for Public {
    /// With documentation and
    #[inline] // another attribute.
    fn fetch(&self) -> std::future::Ready<u8> {
        //~^ ERROR impl trait in impl method signature does not match trait method signature
        std::future::ready(0)
    }
    fn bounds(&self) -> impl Copy {}
    //~^ ERROR impl trait in impl method signature does not match trait method signature
    fn captures(&self) -> impl Sized + use<> {}
    //~^ ERROR impl trait in impl method captures fewer lifetimes than in trait
}

struct Private;
impl Fetch for Private {
    fn fetch(&self) -> impl Future<Output = u8> + Send {
        //~^ ERROR impl trait in impl method signature does not match trait method signature
        std::future::ready(0)
    }
    fn bounds(&self) {}
    //~^ ERROR impl trait in impl method signature does not match trait method signature
    fn captures(&self) -> impl Sized + use<> {}
    //~^ ERROR impl trait in impl method captures fewer lifetimes than in trait
}

fn main() {}
