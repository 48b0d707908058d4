//@ edition: 2024

// In an impl that a macro makes, the attribute works the same, and the lints say where to put it.

#![feature(refine)]
#![deny(refining_impl_trait, unused_attributes)]

trait Fetch {
    async fn fetch(&self) -> u8;
}

macro_rules! impl_fetch {
    ($ty:ty, $(#[$attr:meta])*) => {
        impl Fetch for $ty {
            $(#[$attr])*
            fn fetch(&self) -> std::future::Ready<u8> {
                //~^ ERROR impl trait in impl method signature does not match
                std::future::ready(0)
            }
        }
    };
}
impl_fetch!(u8, #[refine]);
impl_fetch!(u16,);

macro_rules! method {
    () => {
        #[refine]
        fn fetch(&self) -> std::future::Ready<u8> {
            std::future::ready(0)
        }
    };
}
impl Fetch for u32 {
    method!();
}
impl Fetch for u64 {
    #[refine] //~ ERROR `#[refine]` attribute cannot be used on macro calls
    method!();
}

fn main() {}
