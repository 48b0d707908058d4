//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// What is promised has to hold both for the future and for what an adapter keeps it in.

#![feature(async_fn_in_dyn_trait, return_type_notation)]
#![allow(incomplete_features)]

use std::alloc::Layout;
use std::boxed::Boxing;
use std::future::{AdaptPointer, FutureAdapter};
use std::ptr::NonNull;
use std::rc::Rc;

trait Fetch {
    async fn fetch(&self) -> u32;
}
struct IsSend;
impl Fetch for IsSend {
    async fn fetch(&self) -> u32 {
        1
    }
}
struct IsNotSend;
impl Fetch for IsNotSend {
    async fn fetch(&self) -> u32 {
        let rc = Rc::new(1);
        std::future::ready(()).await;
        *rc
    }
}

macro_rules! adapter {
    ($adapter:ident keeps in $room:ty) => {
        #[repr(transparent)]
        struct $adapter<T>(T);
        unsafe impl<T> FutureAdapter for $adapter<T> {
            type Adapted = T;
            type Room = $room;
            fn allocate(layout: Layout) -> NonNull<u8> {
                Boxing::<T>::allocate(layout)
            }
            unsafe fn deallocate(room: NonNull<u8>, layout: Layout) {
                // SAFETY: as the caller says.
                unsafe { Boxing::<T>::deallocate(room, layout) }
            }
        }
    };
}
adapter!(Unsendable keeps in Rc<u8>);
adapter!(Sendable keeps in ());

fn main() {
    let adapted: &Unsendable<IsSend> = (&IsSend).adapt();
    let _: &dyn Fetch<fetch(..): Send> = adapted;
    //~^ ERROR `Rc<u8>` cannot be sent between threads safely
    let adapted: &Sendable<IsNotSend> = (&IsNotSend).adapt();
    let _: &dyn Fetch<fetch(..): Send> = adapted;
    //~^ ERROR future cannot be sent between threads safely
    let adapted: &Sendable<IsSend> = (&IsSend).adapt();
    let _: &dyn Fetch<fetch(..): Send> = adapted; // Both are.
    let _: &dyn Fetch<fetch(..): Send> = Boxing::new(&IsSend);
}
