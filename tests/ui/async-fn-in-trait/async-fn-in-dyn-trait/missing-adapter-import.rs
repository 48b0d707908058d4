//@ run-rustfix
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// The suggestion to introduce an adapter brings its `use`, into the module that needs it, and once
// where several suggestions do.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features, dead_code)]

trait Fetch {
    async fn fetch(&self, id: u32) -> u32;
}
impl Fetch for u8 {
    async fn fetch(&self, id: u32) -> u32 {
        id
    }
}

fn takes(_: &dyn Fetch) {}

mod nested {
    use crate::{Fetch, takes};

    fn call() {
        takes(&1_u8);
        //~^ ERROR the type `u8` cannot be converted to a `dyn Fetch` without an adapter
        takes(&2_u8);
        //~^ ERROR the type `u8` cannot be converted to a `dyn Fetch` without an adapter
    }
    fn call_again() {
        takes(&3_u8);
        //~^ ERROR the type `u8` cannot be converted to a `dyn Fetch` without an adapter
    }

    mod imports {
        use std::boxed::Boxing;

        use super::Fetch;

        fn boxed(already: u8) -> [Box<dyn Fetch>; 2] {
            [Boxing::new(Box::new(already)), Box::new(2_u8)]
            //~^ ERROR the type `u8` cannot be converted to a `dyn Fetch` without an adapter
        }
    }
}

fn main() {
    let _: Box<dyn Fetch> = Box::new(1_u8);
    //~^ ERROR the type `u8` cannot be converted to a `dyn Fetch` without an adapter
}
