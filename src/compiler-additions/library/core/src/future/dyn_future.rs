//! The futures that methods called through a `dyn` return, and the adapters that provide for them.

use crate::alloc::Layout;
use crate::future::Future;
use crate::marker::PhantomData;
use crate::mem::{MaybeUninit, transmute};
use crate::pin::Pin;
use crate::ptr::{self, DynMetadata, NonNull};
use crate::task::{Context, Poll};
use crate::{fmt, intrinsics};

/// The future that an `async fn` of a trait returns where it is called through a `dyn`.
///
/// For `trait Fetch { async fn fetch(&mut self, id: u32) -> Vec<u8>; }`, the type
/// `<dyn Fetch as Fetch>::fetch<'a>` is a `DynFuture`. Nobody has to write it: it implements
/// [`Future`] with the method's output, and the auto traits that the `dyn` type promises,
/// `dyn Fetch<fetch(..): Send>`.
///
/// It owns the implementation's future, which is in room that an adapter has given, [`Boxing`] say, or
/// is a pointer itself. `Call` says which method of which `dyn` type has returned it, and what it has
/// been called with.
///
/// # Layout and cost
///
/// Two words: the address of the future, or the future itself, and the address of a table with its
/// vtable and what takes its room back. To poll it is one call through that vtable, as it is to drop
/// it. Whether there is an allocation at all is up to the adapter.
///
/// # Examples
///
/// ```
/// #![feature(async_fn_in_dyn_trait)]
/// # #![allow(incomplete_features)]
/// use std::boxed::Boxing;
/// use std::pin::pin;
/// use std::task::{Context, Poll, Waker};
///
/// trait Fetch {
///     async fn fetch(&mut self, id: u32) -> Vec<u8>;
/// }
///
/// struct Zeros;
///
/// impl Fetch for Zeros {
///     async fn fetch(&mut self, len: u32) -> Vec<u8> {
///         vec![0; len as usize]
///     }
/// }
///
/// let mut zeros = Zeros;
/// let fetch: &mut dyn Fetch = Boxing::new(&mut zeros);
/// let future = fetch.fetch(2);
/// assert_eq!(size_of_val(&future), 2 * size_of::<usize>());
/// let mut future = pin!(future);
/// let poll = future.as_mut().poll(&mut Context::from_waker(Waker::noop()));
/// assert_eq!(poll, Poll::Ready(vec![0, 0]));
/// ```
///
/// # Auto traits
///
/// It has an auto trait if and only if the method declares it, or the `dyn` type promises it: that is
/// all that is known of the future. The compiler takes it from `Call`, and does not look at the fields.
///
/// [`Boxing`]: ../../std/boxed/struct.Boxing.html
#[lang = "dyn_future"]
#[must_use = "futures do nothing unless you `.await` or poll them"]
#[repr(transparent)]
#[unstable(feature = "async_fn_in_dyn_trait", issue = "133119")]
pub struct DynFuture<Call, Output> {
    /// Of this output.
    raw: RawDynFuture,
    // Invariant: what a call is may be another question for a subtype of a `dyn` type.
    call: PhantomData<fn(Call) -> Call>,
    output: PhantomData<fn() -> Output>,
}

/// How long a [`DynFuture`] lives, where it is not known which method returned it.
///
/// The compiler knows of a `DynFuture` whose method is known what it knows of any future of that method.
#[doc(hidden)]
#[unstable(feature = "async_fn_in_dyn_trait", issue = "133119")]
pub trait LivesAs<Output> {
    /// A `DynFuture`.
    #[lang = "dyn_future_lives"]
    #[unstable(feature = "async_fn_in_dyn_trait", issue = "133119")]
    type Lives;
}

#[unstable(feature = "async_fn_in_dyn_trait", issue = "133119")]
#[diagnostic::do_not_recommend]
impl<Call, Output> LivesAs<Output> for Call {
    type Lives = DynFuture<Call, Output>;
}

/// A [`DynFuture`], whatever its output, and whatever the `dyn` type: what stands in a vtable returns
/// it, for all `dyn` types that the vtable serves. Nothing drops it.
#[lang = "raw_dyn_future"]
#[doc(hidden)]
#[allow(missing_debug_implementations)]
#[repr(C)] // The address first, as functions return it.
#[unstable(feature = "async_fn_in_dyn_trait", issue = "133119")]
pub struct RawDynFuture {
    /// The address of the future, or the future itself: it may be pinned here.
    word: MaybeUninit<*mut ()>,
    kept: &'static Kept,
}

/// What a future is, and how it is kept.
struct Kept {
    vtable: FutureVTable<()>,
    /// Drops the future, and gives its room back.
    destroy: unsafe fn(*mut RawDynFuture),
    /// Whether the future is in the word.
    is_inline: bool,
}

/// Drops a future in room of the adapter `A`, and gives the room back, also if the future panics.
///
/// # Safety
///
/// `this` must hold the address of such a future, which is not used afterwards.
unsafe fn destroy<F: Future, A: FutureAdapter>(this: *mut RawDynFuture) {
    // This is compiled for each future, so it casts and calls nothing that would be inlined.
    // SAFETY: as the caller says. The room has come from `A`, with this layout.
    unsafe {
        // Where nothing is inlined, the rest of it and the future's drop glue would take long to
        // compile, for each future. Which way it is, is known when this is compiled.
        if intrinsics::ub_checks() {
            return destroy_by_vtable::<F::Output>(this, A::deallocate);
        }
        let future = *(&raw const (*this).word as *const *mut F);
        let _room = RoomOf {
            room: future as *mut u8,
            layout: KeptBy::<F, A>::LAYOUT,
            deallocate: A::deallocate,
        };
        ptr::drop_in_place(future);
    }
}

/// What `destroy` does, for all futures of an output.
///
/// # Safety
///
/// As for `destroy`; the future must give an `Output`, and `deallocate` must be its adapter's.
unsafe fn destroy_by_vtable<Output>(
    this: *mut RawDynFuture,
    deallocate: unsafe fn(NonNull<u8>, Layout),
) {
    // SAFETY: as the caller says. The vtable is the future's, which has been given room for its layout.
    unsafe {
        let vtable = (*this).kept.vtable;
        let room = (*this).word.assume_init();
        let _room = RoomOf { room: room as *mut u8, layout: vtable.layout(), deallocate };
        // All vtables have one type but for what they are of.
        let vtable = transmute::<FutureVTable<()>, FutureVTable<Output>>(vtable);
        let future: *mut dyn Future<Output = Output> = ptr::from_raw_parts_mut(room, vtable);
        ptr::drop_in_place(future);
    }
}

/// Room that is given back once the future in it has been dropped.
struct RoomOf {
    /// Never null.
    room: *mut u8,
    layout: Layout,
    deallocate: unsafe fn(NonNull<u8>, Layout),
}

impl Drop for RoomOf {
    #[inline]
    fn drop(&mut self) {
        // SAFETY: it is made of what an adapter has given, and only where the future is dropped.
        unsafe { (self.deallocate)(NonNull::new_unchecked(self.room), self.layout) }
    }
}

/// Drops a future of a pointer's size.
///
/// # Safety
///
/// `this` must hold such a future, which is not used afterwards.
unsafe fn destroy_inline<F: Future>(this: *mut RawDynFuture) {
    // SAFETY: as the caller says.
    unsafe { ptr::drop_in_place((&raw mut (*this).word).cast::<F>()) }
}

/// The vtable of a future, whatever its output.
type FutureVTable<Output> = DynMetadata<dyn Future<Output = Output>>;

/// The vtable of `F` as a future. How long `F` lives, and what it gives, is up to whoever uses it.
const fn future_vtable<F: Future>() -> FutureVTable<()> {
    const fn vtable<'a, F: Future + 'a>() -> DynMetadata<dyn Future<Output = F::Output> + 'a> {
        let null: *const (dyn Future<Output = F::Output> + 'a) = ptr::null::<F>();
        ptr::metadata(null)
    }
    // SAFETY: all vtables have one type but for what they are of.
    unsafe { transmute(vtable::<F>()) }
}

/// The future `F`, kept by the adapter `A`.
///
/// What stands in a vtable for an `async fn` makes a `RawDynFuture` of these constants, and of the room
/// that it has filled.
struct KeptBy<F, A>(PhantomData<(F, A)>);

impl<F: Future, A: FutureAdapter> KeptBy<F, A> {
    /// The room that the future needs.
    #[lang = "dyn_future_layout"]
    const LAYOUT: Layout = Layout::new::<F>();

    /// What a `RawDynFuture` says of it.
    #[lang = "dyn_future_kept"]
    const KEPT: &'static Kept =
        &Kept { vtable: future_vtable::<F>(), destroy: destroy::<F, A>, is_inline: false };
}

impl RawDynFuture {
    /// Takes a future of a pointer's size.
    ///
    /// # Panics
    ///
    /// If the future has not the size and alignment of a pointer. Nobody calls this then: a `dyn` without
    /// an adapter has `fetch(..): ?Sized`, and its calls say where their futures go.
    #[lang = "dyn_future_inline"]
    #[unstable(feature = "async_fn_in_dyn_trait", issue = "133119")]
    #[inline]
    pub fn inline<F: Future>(future: F) -> Self {
        if const { Layout::new::<F>().size() != size_of::<*mut ()>() }
            || const { Layout::new::<F>().align() != align_of::<*mut ()>() }
        {
            panic!("a `dyn` without an adapter was called without a place for the future");
        }
        let mut word = MaybeUninit::<*mut ()>::uninit();
        // SAFETY: `word` has room for an `F`, and is aligned for one: see above.
        unsafe { word.as_mut_ptr().cast::<F>().write(future) };
        let kept: &'static Kept = const {
            &Kept { vtable: future_vtable::<F>(), destroy: destroy_inline::<F>, is_inline: true }
        };
        RawDynFuture { word, kept }
    }

    /// Polls the future.
    ///
    /// # Safety
    ///
    /// `this` must be valid, and hold a future that gives an `Output`, which stays where it is until it
    /// is dropped.
    #[inline]
    unsafe fn poll<Output>(this: *mut Self, cx: &mut Context<'_>) -> Poll<Output> {
        // SAFETY: as the caller says.
        unsafe {
            let kept = (*this).kept;
            if kept.is_inline {
                return Self::poll_inline(this, cx);
            }
            kept.poll_at((*this).word.assume_init(), cx)
        }
    }

    /// Polls a future of a pointer's size.
    ///
    /// # Safety
    ///
    /// As for `poll`; the future must be in the word.
    #[cold]
    #[inline(never)]
    unsafe fn poll_inline<Output>(this: *mut Self, cx: &mut Context<'_>) -> Poll<Output> {
        // SAFETY: as the caller says. No reference to the word is made: a future in it may hold its
        // own address.
        unsafe { (*this).kept.poll_at((&raw mut (*this).word).cast(), cx) }
    }
}

impl Kept {
    /// # Safety
    ///
    /// At `address` must be such a future, which is pinned there and gives an `Output`.
    #[inline]
    unsafe fn poll_at<Output>(&self, address: *mut (), cx: &mut Context<'_>) -> Poll<Output> {
        // SAFETY: as the caller says.
        unsafe {
            let vtable = transmute::<FutureVTable<()>, FutureVTable<Output>>(self.vtable);
            let future: *mut dyn Future<Output = Output> = ptr::from_raw_parts_mut(address, vtable);
            Pin::new_unchecked(&mut *future).poll(cx)
        }
    }
}

#[unstable(feature = "async_fn_in_dyn_trait", issue = "133119")]
impl<Call, Output> Future for DynFuture<Call, Output> {
    type Output = Output;

    #[inline]
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Output> {
        // SAFETY: the future is pinned with `self`: nothing but `drop` gives access to it otherwise,
        // and `DynFuture` is `Unpin` only if the future is. It is there until it is dropped. Its
        // output is the method's: nobody makes a `DynFuture` but by calling the method through the
        // vtable.
        unsafe { RawDynFuture::poll(&raw mut self.get_unchecked_mut().raw, cx) }
    }
}

#[unstable(feature = "async_fn_in_dyn_trait", issue = "133119")]
impl<Call, Output> Drop for DynFuture<Call, Output> {
    #[inline]
    fn drop(&mut self) {
        // Here, not for the raw future: what a future borrows has to be alive when it is dropped.
        let raw = &raw mut self.raw;
        // SAFETY: `new` or `inline` has put the future here, and this is the only place that drops it.
        unsafe { ((*raw).kept.destroy)(raw) }
    }
}

#[unstable(feature = "async_fn_in_dyn_trait", issue = "133119")]
impl<Call, Output> fmt::Debug for DynFuture<Call, Output> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DynFuture").finish_non_exhaustive()
    }
}

/// How the futures of an implementation are kept where its methods are called through a `dyn`.
///
/// A `dyn Fetch` does not know how large the futures are that `fetch` returns, so somebody has to give
/// them room. A type that implements this trait is an *adapter*: it stands for another type,
/// [`Adapted`], and coerces to `dyn Trait` for every `Trait` that `Adapted` implements and that has
/// methods which return futures. Behind that `dyn` is nothing but the adapted type: its methods, its
/// size and alignment, its drop glue.
///
/// [`Boxing`] is the adapter of the standard library. Others may keep futures in an arena, in a pool, or
/// in a fixed number of slots.
///
/// # Cost
///
/// One call of [`allocate`] for each call of such a method through the `dyn`, and one of [`deallocate`]
/// when its future is dropped. The method writes its future where it stays: the future is not moved.
///
/// # Safety
///
/// A pointer to an adapter is used as a pointer to what it adapts, and the reverse. So `Self` must
/// be `Unpin` only if what it adapts is. The compiler sees to the rest: that `Self` is a struct of the
/// crate that has the impl, is `#[repr(transparent)]`, has one field of the type [`Adapted`] and
/// otherwise `PhantomData`, and does not implement `Drop`.
///
/// What [`allocate`] returns must be valid for reads and writes of the layout, aligned for it, and used
/// by nobody else, until it is given to [`deallocate`]: for ever, if it never is. It may be dropped on
/// another thread if [`Room`] is `Send`, and must stay for as long as `Room` may live.
///
/// # Examples
///
/// An adapter that keeps count of the futures that there are:
///
/// ```
/// #![feature(async_fn_in_dyn_trait)]
/// # #![allow(incomplete_features)]
/// use std::alloc::{Layout, alloc, dealloc, handle_alloc_error};
/// use std::future::{AdaptPointer, FutureAdapter};
/// use std::ptr::NonNull;
/// use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
///
/// static FUTURES: AtomicUsize = AtomicUsize::new(0);
///
/// #[repr(transparent)]
/// struct Counting<T>(T);
///
/// // SAFETY: it is transparent, and implements nothing else. The memory is the global allocator's.
/// unsafe impl<T> FutureAdapter for Counting<T> {
///     type Adapted = T;
///     type Room = ();
///
///     fn allocate(layout: Layout) -> NonNull<u8> {
///         FUTURES.fetch_add(1, Relaxed);
///         if layout.size() == 0 {
///             return layout.dangling_ptr();
///         }
///         // SAFETY: the size is not zero.
///         NonNull::new(unsafe { alloc(layout) }).unwrap_or_else(|| handle_alloc_error(layout))
///     }
///
///     unsafe fn deallocate(room: NonNull<u8>, layout: Layout) {
///         FUTURES.fetch_sub(1, Relaxed);
///         if layout.size() != 0 {
///             // SAFETY: it was allocated above, with this layout.
///             unsafe { dealloc(room.as_ptr(), layout) }
///         }
///     }
/// }
///
/// impl<T> Counting<T> {
///     fn new<P: AdaptPointer<Self>>(pointer: P) -> P::Pointer {
///         pointer.adapt()
///     }
/// }
///
/// trait Fetch {
///     async fn fetch(&self) -> u32;
/// }
///
/// impl Fetch for u32 {
///     async fn fetch(&self) -> u32 {
///         *self
///     }
/// }
///
/// let fetch: &dyn Fetch = Counting::new(&1);
/// let future = fetch.fetch();
/// assert_eq!(FUTURES.load(Relaxed), 1);
/// drop(future);
/// assert_eq!(FUTURES.load(Relaxed), 0);
/// ```
///
/// [`Adapted`]: FutureAdapter::Adapted
/// [`Room`]: FutureAdapter::Room
/// [`allocate`]: FutureAdapter::allocate
/// [`deallocate`]: FutureAdapter::deallocate
/// [`Boxing`]: ../../std/boxed/struct.Boxing.html
#[lang = "future_adapter"]
#[unstable(feature = "async_fn_in_dyn_trait", issue = "133119")]
pub unsafe trait FutureAdapter {
    /// The type whose implementations the adapter lends to a `dyn`.
    #[lang = "future_adapter_adapted"]
    #[unstable(feature = "async_fn_in_dyn_trait", issue = "133119")]
    type Adapted;

    /// What a future holds on to where this adapter keeps it: `()`, an allocator, `&'a Arena`.
    ///
    /// If the `dyn` type promises an auto trait of the futures, it has to hold for both the future and
    /// `Room`. If the method says how long its future lives, `-> impl Future + 'a`, both have to.
    #[lang = "future_adapter_room"]
    #[unstable(feature = "async_fn_in_dyn_trait", issue = "133119")]
    type Room;

    /// Gives room for a future of this layout, whose size may be zero.
    ///
    /// This is called once for each call of a method through the `dyn`, before the adapted type's method
    /// is. If there is no room, it panics or aborts, as [`handle_alloc_error`] does: if it unwinds, the
    /// arguments of the call are dropped.
    ///
    /// [`handle_alloc_error`]: ../../std/alloc/fn.handle_alloc_error.html
    #[lang = "future_adapter_allocate"]
    #[unstable(feature = "async_fn_in_dyn_trait", issue = "133119")]
    fn allocate(layout: Layout) -> NonNull<u8>;

    /// Takes the room back: the future that was there is dropped, or the method has unwound.
    ///
    /// # Safety
    ///
    /// `room` must have come from [`allocate`](FutureAdapter::allocate) of the same adapter, with the
    /// same layout, and must not have been given back yet.
    #[lang = "future_adapter_deallocate"]
    #[unstable(feature = "async_fn_in_dyn_trait", issue = "133119")]
    unsafe fn deallocate(room: NonNull<u8>, layout: Layout);
}

/// Pointers to what an adapter adapts, which become pointers to the adapter.
///
/// Implemented for `&T`, `&mut T`, `Box<T>`, `Rc<T>`, `Arc<T>`, and `Pin` of those: what an adapter's
/// `new` takes.
///
/// # Safety
///
/// `Pointer` must be the same kind of pointer to `A`, and must point to the same place.
#[unstable(feature = "async_fn_in_dyn_trait", issue = "133119")]
#[rustc_diagnostic_item = "AdaptPointer"]
#[rustc_on_unimplemented(
    message = "an adapter takes a pointer to a sized value, such as `&T` or `Box<T>`, and `{Self}` is \
               none",
    label = "not a pointer to a sized value",
    note = "an adapter takes a `&T`, `&mut T`, `Box<T>`, `Rc<T>`, `Arc<T>`, or a `Pin` of one of \
            these, and makes it a pointer to an adapted `T`: `Boxing::new(Box::new(value))` becomes a \
            `Box<dyn Trait>`"
)]
pub unsafe trait AdaptPointer<A: FutureAdapter> {
    /// The same kind of pointer, to the adapter.
    #[unstable(feature = "async_fn_in_dyn_trait", issue = "133119")]
    type Pointer;

    /// Makes the pointer one to the adapter, at no cost.
    #[unstable(feature = "async_fn_in_dyn_trait", issue = "133119")]
    fn adapt(self) -> Self::Pointer;
}

#[unstable(feature = "async_fn_in_dyn_trait", issue = "133119")]
unsafe impl<'a, T: 'a, A: FutureAdapter<Adapted = T> + 'a> AdaptPointer<A> for &'a T {
    type Pointer = &'a A;

    #[inline]
    fn adapt(self) -> &'a A {
        // SAFETY: an adapter is a transparent wrapper of what it adapts.
        unsafe { &*ptr::from_ref(self).cast::<A>() }
    }
}

#[unstable(feature = "async_fn_in_dyn_trait", issue = "133119")]
unsafe impl<'a, T: 'a, A: FutureAdapter<Adapted = T> + 'a> AdaptPointer<A> for &'a mut T {
    type Pointer = &'a mut A;

    #[inline]
    fn adapt(self) -> &'a mut A {
        // SAFETY: as above.
        unsafe { &mut *ptr::from_mut(self).cast::<A>() }
    }
}

#[unstable(feature = "async_fn_in_dyn_trait", issue = "133119")]
unsafe impl<A, P> AdaptPointer<A> for Pin<P>
where
    A: FutureAdapter,
    P: AdaptPointer<A, Pointer: crate::ops::Deref> + crate::ops::Deref,
{
    type Pointer = Pin<P::Pointer>;

    #[inline]
    fn adapt(self) -> Pin<P::Pointer> {
        // SAFETY: it points to the same value as before, which stays pinned: an adapter is `Unpin`
        // only if what it adapts is.
        unsafe { Pin::new_unchecked(Pin::into_inner_unchecked(self).adapt()) }
    }
}

/// Methods whose future has the size and alignment of a pointer, as far as its declaration shows.
///
/// The compiler asks for this where a type becomes a `dyn` without an adapter: `Self` is the method,
/// `Returned` what it returns, and `Dyn` the `dyn` type in question.
#[lang = "pointer_like"]
#[doc(hidden)]
#[rustc_deny_explicit_impl]
#[rustc_dyn_incompatible_trait]
#[unstable(feature = "async_fn_in_dyn_trait", issue = "133119")]
pub trait PointerLike<Returned, Dyn: ?Sized> {}
