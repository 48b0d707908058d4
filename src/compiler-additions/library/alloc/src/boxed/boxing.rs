//! The adapter that boxes futures.

use core::alloc::Layout;
use core::future::{AdaptPointer, FutureAdapter};
use core::marker::PhantomData;
use core::mem::ManuallyDrop;
use core::ptr::NonNull;

#[cfg(not(no_global_oom_handling))]
use crate::alloc::handle_alloc_error;
use crate::alloc::{Allocator, Global};
use crate::boxed::Box;
use crate::rc::{self, Rc};
#[cfg(target_has_atomic = "ptr")]
use crate::sync::{self, Arc};

/// An adapter that boxes the futures of `T`'s methods where these are called through a `dyn`.
///
/// A `dyn Fetch` does not know how large the futures are that an `async fn` returns. `Boxing::new`
/// takes a pointer to a `T` and gives the same kind of pointer to a `Boxing<T>`, which coerces to
/// `dyn Trait` for every `Trait` that `T` implements and that has methods which return futures.
///
/// It leaves no trace in the `dyn`: size, alignment and address are those of the `T`, which is what
/// is dropped, and what methods and supertraits see.
///
/// # Cost
///
/// `Boxing::new` costs nothing, and neither does the coercion. Each call of such a method through
/// the `dyn` makes one allocation, of the size of the future; it is freed when the future is
/// dropped. The method writes its future there, so that a large one takes no room on the stack. Other
/// methods, and calls that are not made through the `dyn`, allocate nothing.
///
/// # Allocators
///
/// The second parameter says where futures are allocated: `Boxing<T, A>` uses an `A::default()` for each
/// call, so `A` has no size, as a handle to a pool per thread has. It is an error at compile time if it
/// has one.
///
/// # Panics
///
/// Neither `new` nor the coercion panics. If there is no memory for a future, the call handles that
/// as [`Box::new_in`] does, before the method runs.
///
/// # Examples
///
/// ```
/// #![feature(async_fn_in_dyn_trait)]
/// # #![allow(incomplete_features)]
/// use std::boxed::Boxing;
/// use std::sync::Arc;
///
/// trait Database {
///     async fn get(&self, key: &str) -> Option<String>;
/// }
///
/// struct Empty;
///
/// impl Database for Empty {
///     async fn get(&self, _: &str) -> Option<String> {
///         None
///     }
/// }
///
/// async fn first(all: &[Box<dyn Database>], key: &str) -> Option<String> {
///     for database in all {
///         if let Some(found) = database.get(key).await {
///             return Some(found);
///         }
///     }
///     None
/// }
///
/// let boxed: Box<dyn Database> = Boxing::new(Box::new(Empty));
/// let shared: Arc<dyn Database> = Boxing::new(Arc::new(Empty));
/// let borrowed: &dyn Database = Boxing::new(&Empty);
/// # let _ = (shared, borrowed);
/// # use std::{pin::pin, task::{Context, Poll, Waker}};
/// # let poll = pin!(first(&[boxed], "key")).poll(&mut Context::from_waker(Waker::noop()));
/// # assert_eq!(poll, Poll::Ready(None));
/// ```
#[repr(transparent)]
#[unstable(feature = "async_fn_in_dyn_trait", issue = "133119")]
#[rustc_diagnostic_item = "Boxing"]
#[allow(missing_debug_implementations)] // It implements none of the traits of what it adapts.
pub struct Boxing<T: ?Sized, A = Global> {
    alloc: PhantomData<A>,
    #[allow(dead_code)] // It is used by way of the `dyn`.
    adapted: T,
}

impl<T> Boxing<T> {
    /// Makes a pointer to a `T` one of the same kind to a `Boxing<T>`.
    ///
    /// It takes `&T`, `&mut T`, `Box<T>`, `Rc<T>`, `Arc<T>`, `Pin` of those, and the `Weak<T>` of
    /// either kind. In a `static`, see [`from_ref`](Self::from_ref).
    ///
    /// # Examples
    ///
    /// ```
    /// #![feature(async_fn_in_dyn_trait)]
    /// # #![allow(incomplete_features)]
    /// use std::boxed::Boxing;
    ///
    /// trait Tick {
    ///     async fn tick(&mut self);
    /// }
    ///
    /// impl Tick for u32 {
    ///     async fn tick(&mut self) {
    ///         *self += 1;
    ///     }
    /// }
    ///
    /// async fn twice(tick: &mut dyn Tick) {
    ///     tick.tick().await;
    ///     tick.tick().await;
    /// }
    ///
    /// let mut ticks = 0_u32;
    /// # let future =
    /// twice(Boxing::new(&mut ticks));
    /// # let _ = std::pin::pin!(future)
    /// #     .poll(&mut std::task::Context::from_waker(std::task::Waker::noop()));
    /// # assert_eq!(ticks, 2);
    /// ```
    #[unstable(feature = "async_fn_in_dyn_trait", issue = "133119")]
    #[inline]
    pub fn new<P: AdaptPointer<Self>>(pointer: P) -> P::Pointer {
        pointer.adapt()
    }

    /// Makes a `&T` a `&Boxing<T>`, also in constants and statics.
    ///
    /// # Examples
    ///
    /// A table of handlers that needs no initialization:
    ///
    /// ```
    /// #![feature(async_fn_in_dyn_trait)]
    /// # #![allow(incomplete_features)]
    /// use std::boxed::Boxing;
    ///
    /// trait Handler {
    ///     async fn handle(&self, request: u32) -> u32;
    /// }
    ///
    /// struct Echo;
    ///
    /// impl Handler for Echo {
    ///     async fn handle(&self, request: u32) -> u32 {
    ///         request
    ///     }
    /// }
    ///
    /// static HANDLERS: [&(dyn Handler + Sync); 1] = [Boxing::from_ref(&Echo)];
    /// # let _ = HANDLERS[0].handle(1);
    /// ```
    #[unstable(feature = "async_fn_in_dyn_trait", issue = "133119")]
    #[inline]
    #[must_use]
    pub const fn from_ref(adapted: &T) -> &Self {
        // SAFETY: it is a transparent wrapper of what it adapts.
        unsafe { &*core::ptr::from_ref(adapted).cast::<Self>() }
    }

    /// Makes a `&mut T` a `&mut Boxing<T>`, also in constants and statics.
    #[unstable(feature = "async_fn_in_dyn_trait", issue = "133119")]
    #[inline]
    #[must_use]
    pub const fn from_mut(adapted: &mut T) -> &mut Self {
        // SAFETY: it is a transparent wrapper of what it adapts.
        unsafe { &mut *core::ptr::from_mut(adapted).cast::<Self>() }
    }
}

/// Makes a value its own adapter.
///
/// This is for a value that lives where the `dyn` is made. `Boxing::new(&mut value)` borrows from
/// something else, so it can't be given what is dropped at the end of the statement.
///
/// # Cost
///
/// None: it moves the value, and allocates nothing.
///
/// # Examples
///
/// ```
/// #![feature(async_fn_in_dyn_trait)]
/// # #![allow(incomplete_features)]
/// use std::boxed::Boxing;
///
/// trait Tick {
///     async fn tick(&mut self);
/// }
///
/// impl Tick for u32 {
///     async fn tick(&mut self) {
///         *self += 1;
///     }
/// }
///
/// let tick: &mut dyn Tick = &mut Boxing::from(0_u32);
/// # let future =
/// tick.tick();
/// # drop(future);
/// ```
#[unstable(feature = "async_fn_in_dyn_trait", issue = "133119")]
impl<T> From<T> for Boxing<T> {
    #[inline]
    fn from(adapted: T) -> Self {
        Boxing { alloc: PhantomData, adapted }
    }
}

impl<T, A> Boxing<T, A> {
    /// Makes a pointer to a `T` one of the same kind to a `Boxing<T, A>`, as [`new`](Boxing::new) does for
    /// the global allocator.
    ///
    /// # Examples
    ///
    /// ```
    /// #![feature(async_fn_in_dyn_trait, allocator_api)]
    /// # #![allow(incomplete_features)]
    /// use std::alloc::System;
    /// use std::boxed::Boxing;
    ///
    /// trait Tick {
    ///     async fn tick(&mut self);
    /// }
    ///
    /// impl Tick for u32 {
    ///     async fn tick(&mut self) {
    ///         *self += 1;
    ///     }
    /// }
    ///
    /// let mut ticks = 0_u32;
    /// let tick: &mut dyn Tick = Boxing::<_, System>::new_in(&mut ticks);
    /// # drop(tick.tick());
    /// ```
    #[unstable(feature = "async_fn_in_dyn_trait", issue = "133119")]
    #[inline]
    pub fn new_in<P: AdaptPointer<Self>>(pointer: P) -> P::Pointer
    where
        Self: FutureAdapter,
    {
        pointer.adapt()
    }
}

// SAFETY: it is transparent, does not implement `Drop`, and is `Unpin` if `T` is. What an allocator has
// allocated stays until it is deallocated, and all the values of a type without size are one.
#[cfg(not(no_global_oom_handling))]
#[unstable(feature = "async_fn_in_dyn_trait", issue = "133119")]
unsafe impl<T, A: Allocator + Default + 'static> FutureAdapter for Boxing<T, A> {
    type Adapted = T;
    type Room = Box<(), A>;

    #[inline]
    fn allocate(layout: Layout) -> NonNull<u8> {
        const {
            assert!(size_of::<A>() == 0, "the allocator of a `Boxing` has to have no size");
        }
        allocate_in::<A>(layout)
    }

    #[inline]
    unsafe fn deallocate(room: NonNull<u8>, layout: Layout) {
        // SAFETY: it was allocated above, by an equal allocator.
        unsafe { deallocate_in::<A>(room, layout) }
    }
}

// These are compiled once for each allocator, and not for each adapted type: so MIR has to keep the calls.

#[cfg(not(no_global_oom_handling))]
#[inline]
#[rustc_no_mir_inline]
fn allocate_in<A: Allocator + Default>(layout: Layout) -> NonNull<u8> {
    // It is not dropped, as that might free what it has allocated.
    let alloc = ManuallyDrop::new(A::default());
    match alloc.allocate(layout) {
        Ok(room) => room.cast(),
        Err(_) => handle_alloc_error(layout),
    }
}

/// # Safety
///
/// `room` must have come from `allocate_in::<A>(layout)`.
#[cfg(not(no_global_oom_handling))]
#[inline]
#[rustc_no_mir_inline]
unsafe fn deallocate_in<A: Allocator + Default>(room: NonNull<u8>, layout: Layout) {
    // SAFETY: it was allocated by an equal allocator.
    unsafe { A::default().deallocate(room, layout) }
}

// SAFETY, of all of these: an adapter is a transparent wrapper of what it adapts, so it has the same
// layout and drop glue.

#[unstable(feature = "async_fn_in_dyn_trait", issue = "133119")]
unsafe impl<T, A: FutureAdapter<Adapted = T>, Alloc: Allocator> AdaptPointer<A> for Box<T, Alloc> {
    type Pointer = Box<A, Alloc>;

    #[inline]
    fn adapt(self) -> Box<A, Alloc> {
        let (pointer, alloc) = Box::into_raw_with_allocator(self);
        // SAFETY: see above.
        unsafe { Box::from_raw_in(pointer.cast::<A>(), alloc) }
    }
}

#[unstable(feature = "async_fn_in_dyn_trait", issue = "133119")]
unsafe impl<T, A: FutureAdapter<Adapted = T>, Alloc: Allocator> AdaptPointer<A> for Rc<T, Alloc> {
    type Pointer = Rc<A, Alloc>;

    #[inline]
    fn adapt(self) -> Rc<A, Alloc> {
        let (pointer, alloc) = Rc::into_raw_with_allocator(self);
        // SAFETY: see above.
        unsafe { Rc::from_raw_in(pointer.cast::<A>(), alloc) }
    }
}

#[cfg(target_has_atomic = "ptr")]
#[unstable(feature = "async_fn_in_dyn_trait", issue = "133119")]
unsafe impl<T, A: FutureAdapter<Adapted = T>, Alloc: Allocator> AdaptPointer<A> for Arc<T, Alloc> {
    type Pointer = Arc<A, Alloc>;

    #[inline]
    fn adapt(self) -> Arc<A, Alloc> {
        let (pointer, alloc) = Arc::into_raw_with_allocator(self);
        // SAFETY: see above.
        unsafe { Arc::from_raw_in(pointer.cast::<A>(), alloc) }
    }
}

#[unstable(feature = "async_fn_in_dyn_trait", issue = "133119")]
unsafe impl<T, A, Alloc> AdaptPointer<A> for rc::Weak<T, Alloc>
where
    A: FutureAdapter<Adapted = T>,
    Alloc: Allocator,
{
    type Pointer = rc::Weak<A, Alloc>;

    #[inline]
    fn adapt(self) -> rc::Weak<A, Alloc> {
        let (pointer, alloc) = rc::Weak::into_raw_with_allocator(self);
        // SAFETY: see above. A `Weak` of nothing has an address that is the same for all types.
        unsafe { rc::Weak::from_raw_in(pointer.cast::<A>(), alloc) }
    }
}

#[cfg(target_has_atomic = "ptr")]
#[unstable(feature = "async_fn_in_dyn_trait", issue = "133119")]
unsafe impl<T, A, Alloc> AdaptPointer<A> for sync::Weak<T, Alloc>
where
    A: FutureAdapter<Adapted = T>,
    Alloc: Allocator,
{
    type Pointer = sync::Weak<A, Alloc>;

    #[inline]
    fn adapt(self) -> sync::Weak<A, Alloc> {
        let (pointer, alloc) = sync::Weak::into_raw_with_allocator(self);
        // SAFETY: see above. A `Weak` of nothing has an address that is the same for all types.
        unsafe { sync::Weak::from_raw_in(pointer.cast::<A>(), alloc) }
    }
}
