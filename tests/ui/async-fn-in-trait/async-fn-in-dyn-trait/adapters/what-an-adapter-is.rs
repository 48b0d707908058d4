//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// Nobody makes an adapter: a pointer to what it adapts becomes one to the adapter. So it has
// nothing but what it adapts.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

use std::alloc::Layout;
use std::boxed::Boxing;
use std::future::FutureAdapter;
use std::marker::PhantomData;
use std::ptr::NonNull;

macro_rules! adapter {
    ($adapter:ident) => {
        unsafe impl<T> FutureAdapter for $adapter<T> {
            type Adapted = T;
            type Room = ();
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

struct Token(());
impl Drop for Token {
    fn drop(&mut self) {}
}
#[repr(transparent)]
struct WithToken<T>(T, Token); //~ ERROR an adapter can only have a field of the type that it adapts
adapter!(WithToken);

mod sealed {
    pub struct Proof(());
}
#[repr(transparent)]
struct WithProof<T>(T, sealed::Proof); //~ ERROR an adapter can only have a field of the type that it adapts
adapter!(WithProof);

#[repr(transparent)]
struct WithMarker<T, M = ()>(T, PhantomData<M>);
adapter!(WithMarker);

struct NotTransparent<T>(T); //~ ERROR must have the layout of what it adapts
adapter!(NotTransparent);

#[repr(transparent)]
struct WithDrop<T>(T);
impl<T> Drop for WithDrop<T> {
    fn drop(&mut self) {} //~ ERROR an adapter can't implement `Drop`
}
adapter!(WithDrop);

#[repr(transparent)]
struct AlwaysUnpin<T>(T);
impl<T> Unpin for AlwaysUnpin<T> {} //~ ERROR an adapter can't implement `Unpin`
adapter!(AlwaysUnpin);

#[repr(transparent)]
struct Another<T>(Vec<T>); //~ ERROR an adapter can only have a field of the type that it adapts
adapter!(Another);

#[repr(transparent)]
struct LongerLife<'a>(&'a u8); //~ ERROR an adapter can only have a field of the type that it adapts
unsafe impl<'a> FutureAdapter for LongerLife<'a> {
    type Adapted = &'static u8;
    type Room = ();
    fn allocate(layout: Layout) -> NonNull<u8> {
        Boxing::<u8>::allocate(layout)
    }
    unsafe fn deallocate(room: NonNull<u8>, layout: Layout) {
        // SAFETY: as the caller says.
        unsafe { Boxing::<u8>::deallocate(room, layout) }
    }
}

fn main() {}
