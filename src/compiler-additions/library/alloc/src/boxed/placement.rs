//! Futures that are boxed where a method is called.
//!
//! All of it needs `handle_alloc_error`, so it is not there with `no_global_oom_handling`.

use core::future::UnappliedCall;
use core::mem;
use core::pin::Pin;
use core::ptr::NonNull;

use crate::alloc::{Allocator, Global, Layout, handle_alloc_error};
use crate::boxed::Box;

/// Frees memory when it is dropped.
struct Free<'a, A: Allocator> {
    alloc: &'a A,
    memory: NonNull<u8>,
    layout: Layout,
}

impl<A: Allocator> Drop for Free<'_, A> {
    fn drop(&mut self) {
        if self.layout.size() != 0 {
            // SAFETY: `boxed_in` has it from `alloc`, with this layout, and nothing is there.
            unsafe { self.alloc.deallocate(self.memory, self.layout) }
        }
    }
}

/// Makes a call whose future lives on the heap.
///
/// This is what [`dyn_box!`] expands to.
///
/// # Cost
///
/// One allocation. The future is written where it stays.
///
/// # Panics
///
/// If the method does; the memory is freed. If there is no memory, this does what [`Box::pin`] does.
#[unstable(feature = "dyn_placement", issue = "none")]
#[inline]
#[track_caller]
pub fn boxed<C: UnappliedCall>(call: C) -> Pin<Box<C::Pointee>> {
    boxed_in(call, Global)
}

/// Makes a call whose future lives in memory from `alloc`.
///
/// This is what [`dyn_box!`]`(in ALLOC, CALL)` expands to. Cost and panics are those of [`boxed`].
#[unstable(feature = "dyn_placement", issue = "none")]
#[inline]
#[track_caller]
pub fn boxed_in<C, A>(call: C, alloc: A) -> Pin<Box<C::Pointee, A>>
where
    C: UnappliedCall,
    A: Allocator + 'static,
{
    let layout = call.layout();
    // A box asks its allocator for nothing where that is enough.
    let memory = match layout.size() {
        0 => layout.dangling_ptr(),
        _ => match alloc.allocate(layout) {
            Ok(memory) => memory.cast(),
            Err(_) => handle_alloc_error(layout),
        },
    };
    let unwinding = Free { alloc: &alloc, memory, layout };
    // SAFETY: `memory` has this layout, and is ours. A pinned box does not free it before what is there
    // has been dropped.
    let pointer = unsafe { call.write(memory) };
    mem::forget(unwinding);
    // SAFETY: there is a valid `Pointee`, in memory from `alloc` of its layout.
    Box::into_pin(unsafe { Box::from_raw_in(pointer.as_ptr(), alloc) })
}

/// Calls a method, and boxes the future that it returns.
///
/// `dyn_box!(CALL)` takes a method call, on a `dyn` or not. Of a call on a `dyn` it makes a
/// `Pin<Box<dyn Future<Output = X> + 'c>>`, with `+ Send` and so on where the `dyn` promises it, and of any
/// other a `Pin<Box<F>>` of the future that it returns. `dyn_box!(in ALLOC, CALL)` boxes it in that
/// allocator, which is evaluated after the arguments of the call.
///
/// # Cost
///
/// One allocation. The future is written where it stays: nothing of its size passes through the
/// stack. On a `dyn`, this goes past the adapter.
///
/// # Panics
///
/// If there is no memory, this does what [`Box::pin`] does.
///
/// # Examples
///
/// ```
/// #![feature(async_fn_in_dyn_trait, return_type_notation, dyn_placement)]
/// # #![allow(incomplete_features)]
/// use std::boxed::Boxing;
/// use std::future::dyn_box;
/// use std::pin::Pin;
///
/// trait Fetch {
///     async fn fetch(&self, id: u32) -> u32;
/// }
///
/// struct Echo;
///
/// impl Fetch for Echo {
///     async fn fetch(&self, id: u32) -> u32 {
///         id
///     }
/// }
///
/// type Fetched<'a> = Pin<Box<dyn Future<Output = u32> + Send + 'a>>;
///
/// fn all(f: &dyn Fetch<fetch(..): Send>) -> Vec<Fetched<'_>> {
///     (0..3).map(|id| -> Fetched<'_> { dyn_box!(f.fetch(id)) }).collect()
/// }
/// # use std::task::{Context, Poll, Waker};
/// # for (id, mut fetched) in all(Boxing::new(&Echo)).into_iter().enumerate() {
/// #     let poll = fetched.as_mut().poll(&mut Context::from_waker(Waker::noop()));
/// #     assert_eq!(poll, Poll::Ready(id as u32));
/// # }
/// ```
///
/// In an allocator:
///
/// ```
/// # #![feature(async_fn_in_dyn_trait, return_type_notation, dyn_placement, allocator_api)]
/// # #![allow(incomplete_features)]
/// # use std::future::dyn_box;
/// # trait Fetch {
/// #     async fn fetch(&self, id: u32) -> u32;
/// # }
/// use std::alloc::System;
///
/// async fn fetch(f: &dyn Fetch) -> u32 {
///     dyn_box!(in System, f.fetch(1)).await
/// }
/// ```
#[unstable(feature = "dyn_placement", issue = "none")]
#[allow_internal_unstable(dyn_placement)]
pub macro dyn_box {
    // The order of the arguments is that of evaluation.
    (in $alloc:expr, $call:expr $(,)?) => {
        $crate::boxed::boxed_in(core::future::unapplied($call), $alloc)
    },
    ($call:expr $(,)?) => {
        $crate::boxed::boxed(core::future::unapplied($call))
    },
}
