//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// `try_as_dyn` asks what making a `dyn` asks: the promises, and futures of a pointer's size.

#![feature(async_fn_in_dyn_trait, return_type_notation, async_auto_trait_bounds, try_as_dyn)]
#![allow(incomplete_features, refining_impl_trait)]

extern crate run_ready;

use std::any::try_as_dyn;
use std::boxed::Boxing;
use std::pin::Pin;
use std::rc::Rc;

use run_ready::run;

trait Fetch {
    async fn fetch(&self) -> u8;
}
type SendFetch = dyn Fetch<fetch(..): Send>;
type AllSend = dyn Fetch + async Send;

// Not of a pointer's size.
struct Plain(u8);
impl Fetch for Plain {
    async fn fetch(&self) -> u8 {
        self.0
    }
}
struct Boxed(u8);
impl Fetch for Boxed {
    fn fetch(&self) -> Pin<Box<impl Future<Output = u8>>> {
        let value = self.0;
        Box::pin(async move { value })
    }
}
struct NotSend(u8);
impl Fetch for NotSend {
    fn fetch(&self) -> Pin<Box<impl Future<Output = u8>>> {
        let value = Rc::new(self.0);
        Box::pin(async move {
            std::future::ready(()).await;
            *value
        })
    }
}

fn main() {
    assert!(try_as_dyn::<Plain, dyn Fetch>(&Plain(1)).is_none());
    assert_eq!(run(try_as_dyn::<_, dyn Fetch>(&Boxed(2)).unwrap().fetch()), 2);
    assert_eq!(run(try_as_dyn::<_, SendFetch>(&Boxed(3)).unwrap().fetch()), 3);
    assert_eq!(run(try_as_dyn::<_, AllSend>(&Boxed(4)).unwrap().fetch()), 4);
    assert_eq!(run(try_as_dyn::<_, dyn Fetch>(&NotSend(5)).unwrap().fetch()), 5);
    assert!(try_as_dyn::<_, SendFetch>(&NotSend(6)).is_none());
    assert!(try_as_dyn::<_, AllSend>(&NotSend(6)).is_none());
    let adapted = Boxing::from(Plain(7));
    assert_eq!(run(try_as_dyn::<_, SendFetch>(&adapted).unwrap().fetch()), 7);
}
