//! The futures that methods called through a `dyn` return, and the adapters that provide for them.

use crate::fmt;
use crate::future::Future;
use crate::marker::PhantomData;
use crate::mem::{MaybeUninit, transmute};
use crate::pin::Pin;
use crate::ptr::{self, NonNull};
use crate::task::{Context, Poll};

/// The future that an `async fn` of a trait returns where it is called through a `dyn`.
///
/// For `trait Fetch { async fn fetch(&mut self, id: u32) -> Vec<u8>; }`, the type
/// `<dyn Fetch as Fetch>::fetch<'a>` is a `DynFuture`. Nobody has to write it: it implements
/// [`Future`] with the method's output, and the auto traits that the `dyn` type promises,
/// `dyn Fetch<fetch(..): Send>`.
///
/// It owns what the implementation's future has been made into, an *owner* of a pointer's size: the
/// `Pin<Box<F>>` of [`Boxing`], say. `Call` says which method of which `dyn` type has returned it, and
/// what it has been called with.
///
/// # Layout and cost
///
/// Two words: the owner itself, and a pointer to the two functions that poll and drop an owner of its
/// type. Making one allocates nothing, nor does polling it, which is one call through that pointer, as
/// is dropping it. Whether there is an allocation at all is up to the adapter.
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
/// all that is known of the owner. The compiler takes it from `Call`, and does not look at the fields.
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
#[unstable(feature = "async_fn_in_dyn_trait", issue = "133119")]
pub struct RawDynFuture {
    /// The owner, whatever its type: it may be pinned here.
    owner: MaybeUninit<*mut ()>,
    /// Always valid.
    vtable: NonNull<OwnerVTable>,
}

/// What can be done with an owner, whatever its type.
///
/// It is what a poll of a `Pin<Box<dyn Future>>` takes from its vtable, and less for a drop: an owner
/// knows the size of what it owns, and nearly all have something to drop.
struct OwnerVTable {
    drop: unsafe fn(*mut ()),
    /// A [`PollOwner`] of the future's output.
    poll: unsafe fn(),
}

type PollOwner<Output> = unsafe fn(*mut (), &mut Context<'_>) -> Poll<Output>;

/// # Safety
///
/// `owner` must point to an `Owner`, which is not used afterwards.
unsafe fn drop_owner<Owner>(owner: *mut ()) {
    // SAFETY: as the caller says.
    unsafe { ptr::drop_in_place(owner.cast::<Owner>()) }
}

/// # Safety
///
/// `owner` must point to an `Owner` that is pinned, and is used by nobody else meanwhile.
unsafe fn poll_owner<Owner: Future>(owner: *mut (), cx: &mut Context<'_>) -> Poll<Owner::Output> {
    // SAFETY: as the caller says.
    unsafe { Pin::new_unchecked(&mut *owner.cast::<Owner>()).poll(cx) }
}

impl RawDynFuture {
    /// Takes a pointer-sized owner.
    ///
    /// The compiler calls this, in what it puts into the vtable for an `async fn`.
    ///
    /// # Panics
    ///
    /// It is an error at compile time if the owner has not the size and alignment of a pointer.
    #[lang = "dyn_future_new"]
    #[unstable(feature = "async_fn_in_dyn_trait", issue = "133119")]
    #[inline]
    pub fn new<Owner: Future>(owner: Owner) -> Self {
        const {
            assert!(
                size_of::<Owner>() == size_of::<*mut ()>()
                    && align_of::<Owner>() == align_of::<*mut ()>(),
                "the owner of a `dyn` method's future has to have the size and alignment of a \
                 pointer",
            );
        }
        let vtable: &'static OwnerVTable = const {
            &OwnerVTable {
                drop: drop_owner::<Owner>,
                // SAFETY: function pointers have one size, and this one is not called as what it
                // is here.
                poll: unsafe {
                    transmute::<PollOwner<Owner::Output>, unsafe fn()>(poll_owner::<Owner>)
                },
            }
        };
        let mut word = MaybeUninit::<*mut ()>::uninit();
        // SAFETY: `word` has room for an `Owner`, and is aligned for one: see above.
        unsafe { word.as_mut_ptr().cast::<Owner>().write(owner) };
        RawDynFuture { owner: word, vtable: NonNull::from_ref(vtable) }
    }
}

#[unstable(feature = "async_fn_in_dyn_trait", issue = "133119")]
impl<Call, Output> Future for DynFuture<Call, Output> {
    type Output = Output;

    #[inline]
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Output> {
        // SAFETY: the owner is pinned with `self`: nothing but `drop` gives access to it otherwise,
        // and `DynFuture` is `Unpin` only if the owner is. It is initialized until it is dropped,
        // and of the type whose functions these are, because `new` has put both here. Its output is
        // the method's: nobody makes a `DynFuture` but by calling the method through the vtable.
        unsafe {
            // No reference to the owner is made: it may hold its own address.
            let raw = &raw mut self.get_unchecked_mut().raw;
            let poll = transmute::<unsafe fn(), PollOwner<Output>>((*raw).vtable.as_ref().poll);
            poll((&raw mut (*raw).owner).cast::<()>(), cx)
        }
    }
}

#[unstable(feature = "async_fn_in_dyn_trait", issue = "133119")]
impl<Call, Output> Drop for DynFuture<Call, Output> {
    #[inline]
    fn drop(&mut self) {
        let raw = &raw mut self.raw;
        // SAFETY: `new` has put the owner here, and this is the only place that drops it.
        unsafe { ((*raw).vtable.as_ref().drop)((&raw mut (*raw).owner).cast::<()>()) }
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
/// A `dyn Fetch` does not know how large the futures are that `fetch` returns, so somebody has to
/// turn each one into something that has a pointer's size. A type that implements this trait is an
/// *adapter*: it stands for another type, [`Adapted`], and coerces to `dyn Trait` for every `Trait`
/// that `Adapted` implements and that has methods which return futures. Behind that `dyn` is
/// nothing but the adapted type: its methods, its size and alignment, its drop glue.
///
/// [`Boxing`] is the adapter of the standard library. Others may keep futures in an arena, in
/// an allocator of their own, or in the pointer itself.
///
/// # Safety
///
/// A pointer to an adapter is used as a pointer to what it adapts, and the reverse. So `Self` must
/// be `Unpin` only if what it adapts is. The compiler sees to the rest: that `Self` is a struct of the
/// crate that has the impl, is `#[repr(transparent)]`, has one field of the type [`Adapted`] and
/// otherwise `PhantomData`, and does not implement `Drop`; and that an `Owner` has a pointer's size
/// and alignment.
///
/// # Examples
///
/// An adapter for small futures that allocates nothing: the future is its own owner. One that is
/// not of a pointer's size is refused at compile time.
///
/// ```
/// #![feature(async_fn_in_dyn_trait)]
/// # #![allow(incomplete_features)]
/// use std::future::{AdaptPointer, FutureAdapter, Ready, ready};
/// use std::num::NonZero;
///
/// #[repr(transparent)]
/// struct Inline<T>(T);
///
/// // SAFETY: it is transparent, and implements nothing else.
/// unsafe impl<T> FutureAdapter for Inline<T> {
///     type Adapted = T;
///     type Owner<F: Future> = F;
///
///     fn adapt<F: Future>(future: F) -> F {
///         future
///     }
/// }
///
/// impl<T> Inline<T> {
///     fn new<P: AdaptPointer<Self>>(pointer: P) -> P::Pointer {
///         pointer.adapt()
///     }
/// }
///
/// trait Count {
///     async fn count(&self) -> NonZero<usize>;
/// }
///
/// struct One;
///
/// impl Count for One {
///     #[allow(refining_impl_trait)]
///     fn count(&self) -> Ready<NonZero<usize>> {
///         ready(NonZero::<usize>::MIN)
///     }
/// }
///
/// let _one: &dyn Count = Inline::new(&One);
/// ```
///
/// [`Adapted`]: FutureAdapter::Adapted
/// [`Boxing`]: ../../std/boxed/struct.Boxing.html
#[lang = "future_adapter"]
#[unstable(feature = "async_fn_in_dyn_trait", issue = "133119")]
pub unsafe trait FutureAdapter {
    /// The type whose implementations the adapter lends to a `dyn`.
    #[lang = "future_adapter_adapted"]
    #[unstable(feature = "async_fn_in_dyn_trait", issue = "133119")]
    type Adapted;

    /// What a future of type `F` becomes: a future of the size and alignment of a pointer.
    ///
    /// If the `dyn` type promises an auto trait of the futures, it has to hold for both `F` and
    /// `Owner<F>`. If the method says how long its future lives, `-> impl Future + 'a`, both have to.
    #[lang = "future_adapter_owner"]
    #[unstable(feature = "async_fn_in_dyn_trait", issue = "133119")]
    type Owner<F: Future>: Future<Output = F::Output>;

    /// Turns a future into its owner.
    ///
    /// This is called once for each call of a method through the `dyn`, with what the adapted
    /// type's method returned, before it is polled.
    #[lang = "future_adapter_adapt"]
    #[unstable(feature = "async_fn_in_dyn_trait", issue = "133119")]
    fn adapt<F: Future>(future: F) -> Self::Owner<F>;
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
#[rustc_on_unimplemented(
    message = "an adapter takes a pointer to a sized value, such as `&T` or `Box<T>`, and `{Self}` is \
               none",
    label = "not a pointer to a sized value",
    note = "an adapter takes a `&T`, `&mut T`, `Box<T>`, `Rc<T>`, `Arc<T>`, or a `Pin` of one of \
            these, and makes it a pointer to an adapted `T`"
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
