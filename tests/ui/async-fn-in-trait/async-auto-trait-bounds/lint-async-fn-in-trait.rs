// The lint says that auto trait bounds can't be specified. With a gate under which they can, it is
// silent.

//@ check-pass
//@ edition: 2024
//@ revisions: auto named call

#![cfg_attr(auto, feature(async_auto_trait_bounds))]
#![cfg_attr(named, feature(named_return_types))]
#![cfg_attr(call, feature(return_type_notation))]
#![crate_type = "lib"]
#![allow(incomplete_features)]
#![deny(async_fn_in_trait)]

pub trait Db {
    async fn get(&self, key: &str) -> u32;
}
