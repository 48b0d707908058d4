//@ edition: 2024
//@ aux-build: databases.rs

// `#[refine]` is shown on the method, of this crate or another one.

#![feature(refine)]
#![crate_name = "foo"]

extern crate databases;

pub trait Fetch {
    async fn fetch(&self) -> u8;
}

//@ has foo/struct.Local.html
//@ has - '//*[@class="code-attribute"]' '#[refine]'
pub struct Local;
impl Fetch for Local {
    #[refine]
    fn fetch(&self) -> std::future::Ready<u8> {
        std::future::ready(0)
    }
}

//@ has foo/struct.Memory.html
//@ has - '//*[@class="code-attribute"]' '#[refine]'
pub use databases::Memory;
