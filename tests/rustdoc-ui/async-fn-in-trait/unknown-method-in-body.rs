// rustdoc does not look at bodies, so it has nothing to say about a method that there is not.

//@ check-pass
//@ edition: 2024

#![feature(return_type_notation, async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

pub trait Fetch {
    async fn fetch(&self);
}
pub fn body() {
    let _: Option<&dyn Fetch<nope(..): Send>> = None;
}
