//@ build-fail
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// An adapter whose owners don't have the size of a pointer: no such vtable can be made.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

use std::future::{AdaptPointer, FutureAdapter};

#[repr(transparent)]
struct Inline<T>(T);

// SAFETY: it is transparent, and implements nothing else.
unsafe impl<T> FutureAdapter for Inline<T> {
    type Adapted = T;
    type Owner<F: Future> = F;

    fn adapt<F: Future>(future: F) -> F {
        future
    }
}

trait Fetch {
    async fn fetch(&self) -> [u8; 64];
}
struct Large;
impl Fetch for Large {
    async fn fetch(&self) -> [u8; 64] {
        let large = [1; 64];
        std::future::ready(()).await;
        large
    }
}

fn main() {
    let inline: &Inline<Large> = (&Large).adapt();
    let _: &dyn Fetch = inline;
}
//~? ERROR evaluation panicked: the owner of a `dyn` method's future has to have the size and alignm
