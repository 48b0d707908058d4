//! Futures that live where the caller of an `async fn` wants them.
//!
//! Through a `dyn`, the size of the future that a method returns is known only when the program runs.
//! An adapter, chosen where the `dyn` is made, is one answer. This is the other: the call says where
//! its future goes.
//!
//! A call that has not been made yet is an [`UnappliedCall`]. [`in_place`] asks it how much it needs,
//! takes that much from a [`Place`], and lets the call write its future there. A [`Placed`] owns the
//! future and what has been taken, its [`Room`]. [`Slot`] and [`SharedSlot`] are the places of the
//! standard library.

mod calls;
mod methods;
mod no_room;
mod shared_slot;
mod slot;

#[unstable(feature = "dyn_placement", issue = "none")]
pub use self::calls::{CallOfDyn, CallOfSized, unapplied};
#[unstable(feature = "dyn_placement", issue = "none")]
pub use self::methods::{
    MethodOfDyn, MethodOfSized, UnappliedMethod, dyn_layout, unapplied_method,
};
#[unstable(feature = "dyn_placement", issue = "none")]
pub use self::no_room::NoRoom;
#[cfg(target_has_atomic = "ptr")]
#[unstable(feature = "dyn_placement", issue = "none")]
pub use self::shared_slot::{SharedSlot, SharedSlotRoom};
#[unstable(feature = "dyn_placement", issue = "none")]
pub use self::slot::{Slot, SlotRoom};
use crate::alloc::Layout;
use crate::future::Future;
use crate::marker::{PhantomData, Unsize};
use crate::ops::CoerceUnsized;
use crate::pin::Pin;
use crate::ptr::{self, NonNull};
use crate::task::{Context, Poll};
use crate::{fmt, mem};

/// A method call that has been taken apart: the method and its arguments, evaluated, but not called.
///
/// `dyn_in!(place, f.fetch(1))` and its like make one of `f.fetch(1)`. It is dropped with its
/// arguments if there is no room for what it returns.
///
/// # Safety
///
/// - `layout` must be the layout of the value that `write` writes, each time that it is asked.
/// - `write` must return a pointer to the start of the memory that it has been given. What is there
///   must be a valid `Pointee`, whose metadata the pointer has.
#[unstable(feature = "dyn_placement", issue = "none")]
pub unsafe trait UnappliedCall: Sized {
    /// What the call returns.
    ///
    /// For a `dyn` receiver it is `dyn Future<Output = X> + 'c`, with the auto traits that the `dyn`
    /// promises; otherwise it is the future's own type.
    #[unstable(feature = "dyn_placement", issue = "none")]
    type Pointee: ?Sized;

    /// The layout of what the call will write. This does not call the method.
    #[unstable(feature = "dyn_placement", issue = "none")]
    fn layout(&self) -> Layout;

    /// The name of the method, for messages.
    #[unstable(feature = "dyn_placement", issue = "none")]
    fn name() -> &'static str;

    /// Calls the method, which writes what it returns to `memory`.
    ///
    /// If it unwinds, nothing is there.
    ///
    /// # Safety
    ///
    /// `memory` must be valid for writes of `layout`, and aligned for it. Nobody else may use it until
    /// what has been written is dropped, and it must stay there until then, because what has been
    /// written is pinned.
    #[unstable(feature = "dyn_placement", issue = "none")]
    unsafe fn write(self, memory: NonNull<u8>) -> NonNull<Self::Pointee>;
}

/// Memory for one future, for as long as the future lives.
///
/// It is what `dyn_in!` takes: a pinned reference to a [`Slot`] or a [`SharedSlot`], or whatever a
/// library has to offer: an arena, a pool, a slot that falls back to the heap.
///
/// # Safety
///
/// What `take` returns must be memory that is valid for reads and writes of `layout`, and aligned for
/// it, with a provenance that includes all that [`Room::give_back`] will use it for. Nobody else
/// may use it, and it must not be freed, until `give_back` has been called.
///
/// This holds even if `give_back` is never called, when the room has been leaked and all of its
/// lifetimes have ended: the memory holds a pinned value, and [its drop guarantee] does not end
/// with a borrow. A place that would go away has to leak the memory, or else abort.
///
/// [its drop guarantee]: crate::pin#drop-guarantee
///
/// # Examples
///
/// The heap, as a place. Its rooms have no size: what is needed to free one is in the future.
///
/// ```
/// #![feature(allocator_api, dyn_placement)]
/// use std::alloc::{Allocator, Global, Layout};
/// use std::future::{NoRoom, Place, Room};
/// use std::ptr::NonNull;
///
/// struct Heap;
///
/// // SAFETY: memory is freed by `give_back` only.
/// unsafe impl Place for Heap {
///     type Room = Heap;
///
///     fn take(self, layout: Layout) -> Result<(NonNull<u8>, Heap), NoRoom> {
///         let memory = Global.allocate(layout).map_err(|_| NoRoom::new(layout))?;
///         Ok((memory.cast(), Heap))
///     }
/// }
///
/// // SAFETY: as above.
/// unsafe impl Room for Heap {
///     unsafe fn give_back(&mut self, memory: NonNull<u8>, layout: Layout) {
///         // SAFETY: it comes from `take`, with this layout.
///         unsafe { Global.deallocate(memory, layout) }
///     }
/// }
/// ```
#[rustc_on_unimplemented(
    message = "`{Self}` is no place for a future",
    label = "not a place",
    note = "a place is a `Pin<&mut Slot<N>>`, a `Pin<&SharedSlot<N>>`, or what a library makes one: with \
            `let mut slot = pin!(Slot::<256>::new());`, it is `slot.as_mut()`"
)]
#[unstable(feature = "dyn_placement", issue = "none")]
pub unsafe trait Place {
    /// What has been taken.
    #[unstable(feature = "dyn_placement", issue = "none")]
    type Room: Room;

    /// Takes memory for a value of this layout, which may have no size.
    ///
    /// # Errors
    ///
    /// If there is not enough of it, or it is taken already.
    #[unstable(feature = "dyn_placement", issue = "none")]
    fn take(self, layout: Layout) -> Result<(NonNull<u8>, Self::Room), NoRoom>;
}

/// What has been taken from a [`Place`], beside its address and layout: those are known from the
/// future that is there.
///
/// # Safety
///
/// See [`Place`].
#[unstable(feature = "dyn_placement", issue = "none")]
pub unsafe trait Room {
    /// Gives the memory back. What was there has been dropped, or was never written.
    ///
    /// This is called once, unless the room is leaked. The room itself is dropped afterwards.
    ///
    /// # Safety
    ///
    /// `memory` must be what [`Place::take`] has returned with this room, for this `layout`, and
    /// nobody may use it afterwards.
    #[unstable(feature = "dyn_placement", issue = "none")]
    unsafe fn give_back(&mut self, memory: NonNull<u8>, layout: Layout);
}

/// Gives memory back when it is dropped, be it because of a panic.
struct GiveBack<'r, R: Room> {
    room: &'r mut R,
    memory: NonNull<u8>,
    layout: Layout,
}

impl<R: Room> Drop for GiveBack<'_, R> {
    #[inline]
    fn drop(&mut self) {
        // SAFETY: whoever makes a `GiveBack` has these from `take`. It is dropped once the future is
        // gone, or if there never was one.
        unsafe { self.room.give_back(self.memory, self.layout) }
    }
}

/// A future that lives in a [`Place`].
///
/// It is what [`dyn_in!`] returns. It owns the future: it drops it where it is, and then gives its
/// room back.
///
/// # Layout and cost
///
/// A pointer to the future, which is two words for a `dyn Future`, and the room. That of a slot has
/// no size, so there a `Placed` is as large as a `Pin<Box<_>>`, and polling it costs as much.
///
/// # Leaks
///
/// If it is leaked, with [`mem::forget`] for example, the future stays where it is, and its room is
/// never given back.
///
/// # Panics
///
/// If the future panics while it is dropped, the room is given back before the panic goes on.
///
/// # Examples
///
/// Its type can be named:
///
/// ```
/// #![feature(async_fn_in_dyn_trait, return_type_notation, dyn_placement)]
/// # #![allow(incomplete_features)]
/// use std::boxed::Boxing;
/// use std::future::{Placed, Slot, SlotRoom, dyn_in};
/// use std::pin::{Pin, pin};
///
/// trait Fetch {
///     async fn fetch(&mut self, id: u32) -> u32;
/// }
///
/// struct Echo;
///
/// impl Fetch for Echo {
///     async fn fetch(&mut self, id: u32) -> u32 {
///         id
///     }
/// }
///
/// type Fetched<'a> = Placed<dyn Future<Output = u32> + 'a, SlotRoom<'a>>;
///
/// fn start<'a>(
///     f: &'a mut dyn Fetch,
///     slot: Pin<&'a mut Slot<64>>,
/// ) -> Fetched<'a> {
///     dyn_in!(slot, f.fetch(1))
/// }
///
/// let mut echo = Echo;
/// let mut slot = pin!(Slot::new());
/// let fetched = start(Boxing::new(&mut echo), slot.as_mut());
/// assert_eq!(size_of_val(&fetched), 2 * size_of::<usize>());
/// ```
#[must_use = "futures do nothing unless you `.await` or poll them"]
#[unstable(feature = "dyn_placement", issue = "none")]
pub struct Placed<T: ?Sized, R: Room> {
    /// It has the provenance of the memory that has been taken, not just of the future.
    pointer: NonNull<T>,
    room: R,
    owns: PhantomData<T>,
}

// SAFETY, of both: it owns a `T`, as a `Box<T>` does.
#[unstable(feature = "dyn_placement", issue = "none")]
unsafe impl<T: ?Sized + Send, R: Room + Send> Send for Placed<T, R> {}
#[unstable(feature = "dyn_placement", issue = "none")]
unsafe impl<T: ?Sized + Sync, R: Room + Sync> Sync for Placed<T, R> {}

// What it points to does not move with it, and nothing gives a pinned reference to its room.
#[unstable(feature = "dyn_placement", issue = "none")]
impl<T: ?Sized, R: Room> Unpin for Placed<T, R> {}

#[unstable(feature = "dyn_placement", issue = "none")]
impl<T: ?Sized + Unsize<U>, U: ?Sized, R: Room> CoerceUnsized<Placed<U, R>> for Placed<T, R> {}

impl<T: ?Sized, R: Room> Placed<T, R> {
    /// A reference to what has been placed, which is pinned there.
    #[unstable(feature = "dyn_placement", issue = "none")]
    #[inline]
    pub fn as_pin_mut(&mut self) -> Pin<&mut T> {
        // SAFETY: it is valid and nobody else's until `self` is dropped. It stays where it is until
        // it has been dropped, as `Place` promises, also if `self` is leaked.
        unsafe { Pin::new_unchecked(self.pointer.as_mut()) }
    }
}

#[unstable(feature = "dyn_placement", issue = "none")]
impl<F: ?Sized + Future, R: Room> Future for Placed<F, R> {
    type Output = F::Output;

    #[inline]
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        self.get_mut().as_pin_mut().poll(cx)
    }
}

#[unstable(feature = "dyn_placement", issue = "none")]
impl<T: ?Sized, R: Room> Drop for Placed<T, R> {
    #[inline]
    fn drop(&mut self) {
        // SAFETY: its metadata are those of a valid `T`.
        let layout = unsafe { Layout::for_value_raw(self.pointer.as_ptr()) };
        let _last = GiveBack { room: &mut self.room, memory: self.pointer.cast(), layout };
        // SAFETY: it is there, nobody else drops it, and its memory is given back only afterwards.
        unsafe { ptr::drop_in_place(self.pointer.as_ptr()) }
    }
}

#[unstable(feature = "dyn_placement", issue = "none")]
impl<T: ?Sized, R: Room> fmt::Debug for Placed<T, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Placed").finish_non_exhaustive()
    }
}

/// Makes a call whose future lives in `place`.
///
/// This is what [`dyn_in!`] expands to.
///
/// # Cost
///
/// What the place costs, and the call. The future is written where it stays.
///
/// # Panics
///
/// If there is no room for the future. The method has not been called then, and its arguments are
/// dropped. If the method panics, the room is given back.
#[unstable(feature = "dyn_placement", issue = "none")]
#[inline]
#[track_caller]
pub fn in_place<C, P, R>(call: C, place: P) -> Placed<C::Pointee, R>
where
    C: UnappliedCall,
    // Not `P::Room` in what is returned: of what is no place, that would be an error of its own.
    P: Place<Room = R>,
    R: Room,
{
    match try_in_place(call, place) {
        Ok(placed) => placed,
        Err(no_room) => refuse(C::name(), &no_room),
    }
}

/// Makes a call whose future lives in `place`, if there is room for it.
///
/// This is what [`dyn_try_in!`] expands to.
///
/// # Errors
///
/// If there is no room for the future. The method has not been called then, and its arguments have
/// been dropped.
///
/// # Panics
///
/// If the method does. The room is given back.
#[unstable(feature = "dyn_placement", issue = "none")]
#[inline]
#[track_caller]
pub fn try_in_place<C, P, R>(call: C, place: P) -> Result<Placed<C::Pointee, R>, NoRoom>
where
    C: UnappliedCall,
    P: Place<Room = R>,
    R: Room,
{
    let layout = call.layout();
    let (memory, mut room) = place.take(layout)?;
    let unwinding = GiveBack { room: &mut room, memory, layout };
    // SAFETY: `memory` has this layout, is ours, and stays until it is given back, as `Place` promises.
    let pointer = unsafe { call.write(memory) };
    mem::forget(unwinding);
    // The address of one, the metadata of the other: `give_back` may reach what lies beside the
    // future, for which the pointer that the call returns is not made.
    let pointer = NonNull::from_raw_parts(memory, ptr::metadata(pointer.as_ptr()));
    Ok(Placed { pointer, room, owns: PhantomData })
}

#[cold]
#[cfg_attr(not(panic = "immediate-abort"), inline(never))]
#[cfg_attr(panic = "immediate-abort", inline)]
#[track_caller]
fn refuse(method: &str, no_room: &NoRoom) -> ! {
    panic!("no room for the future of `{method}`: {no_room}")
}

/// The layout of the future that a call would return. The call is not made.
#[unstable(feature = "dyn_placement", issue = "none")]
#[inline]
#[must_use]
pub fn layout_of_call<C: UnappliedCall>(call: &C) -> Layout {
    call.layout()
}

/// Calls a method, and puts the future that it returns in a place of the caller's choice.
///
/// `dyn_in!(PLACE, CALL)` takes a [`Place`], such as a pinned reference to a [`Slot`], and a method
/// call, on a `dyn` or not. It returns a [`Placed`], which is a future. The arguments of the call are
/// evaluated first, then the place is; then memory is taken from it, and the method called.
///
/// # Cost
///
/// The future is written where it stays: nothing is allocated, and nothing of its size passes through
/// the stack. On a `dyn`, this goes past the adapter.
///
/// # Panics
///
/// If there is no room for the future, with a message that names the method, what it needs, and what
/// there is. See [`dyn_try_in!`] for an error instead.
///
/// # Examples
///
/// ```
/// #![feature(async_fn_in_dyn_trait, return_type_notation, dyn_placement)]
/// # #![allow(incomplete_features)]
/// use std::boxed::Boxing;
/// use std::future::{Slot, dyn_in};
/// use std::pin::pin;
///
/// trait Fetch {
///     async fn fetch(&mut self, id: u32) -> u32;
/// }
///
/// struct Echo;
///
/// impl Fetch for Echo {
///     async fn fetch(&mut self, id: u32) -> u32 {
///         id
///     }
/// }
///
/// async fn sum(f: &mut dyn Fetch) -> u32 {
///     let mut slot = pin!(Slot::<256>::new());
///     let a = dyn_in!(slot.as_mut(), f.fetch(1)).await;
///     let b = dyn_in!(slot.as_mut(), f.fetch(2)).await; // the same memory
///     a + b
/// }
/// # use std::task::{Context, Poll, Waker};
/// # let poll = pin!(sum(Boxing::new(&mut Echo))).poll(&mut Context::from_waker(Waker::noop()));
/// # assert_eq!(poll, Poll::Ready(3));
/// ```
///
/// There is one future at a time in a slot:
///
/// ```compile_fail,E0499
/// # #![feature(async_fn_in_dyn_trait, return_type_notation, dyn_placement)]
/// # #![allow(incomplete_features)]
/// # use std::future::{Slot, dyn_in};
/// # use std::pin::pin;
/// # trait Fetch {
/// #     async fn fetch(&self, id: u32) -> u32;
/// # }
/// async fn sum(f: &dyn Fetch) -> u32 {
///     let mut slot = pin!(Slot::<256>::new());
///     let a = dyn_in!(slot.as_mut(), f.fetch(1));
///     let b = dyn_in!(slot.as_mut(), f.fetch(2));
///     a.await + b.await
/// }
/// ```
#[unstable(feature = "dyn_placement", issue = "none")]
#[allow_internal_unstable(dyn_placement)]
pub macro dyn_in($place:expr, $call:expr $(,)?) {
    // The order of the arguments is that of evaluation.
    $crate::future::in_place($crate::future::unapplied($call), $place)
}

/// Calls a method, and puts the future that it returns in a place of the caller's choice, if there is
/// room for it.
///
/// `dyn_try_in!(PLACE, CALL)` does what [`dyn_in!`] does, but returns a [`NoRoom`] where that panics.
/// The method has not been called then. The arguments have been evaluated, and are dropped.
///
/// # Examples
///
/// ```
/// #![feature(async_fn_in_dyn_trait, return_type_notation, dyn_placement)]
/// # #![allow(incomplete_features)]
/// use std::boxed::Boxing;
/// use std::future::{NoRoom, Slot, dyn_try_in};
/// use std::pin::pin;
///
/// trait Fetch {
///     async fn fetch(&mut self, id: u32) -> u32;
/// }
/// # struct Echo;
/// # impl Fetch for Echo {
/// #     async fn fetch(&mut self, id: u32) -> u32 {
/// #         id
/// #     }
/// # }
///
/// async fn small(f: &mut dyn Fetch) -> Result<u32, NoRoom> {
///     let mut slot = pin!(Slot::<1>::new());
///     Ok(dyn_try_in!(slot.as_mut(), f.fetch(1))?.await)
/// }
/// # use std::task::{Context, Poll, Waker};
/// # let poll = pin!(small(Boxing::new(&mut Echo))).poll(&mut Context::from_waker(Waker::noop()));
/// # let Poll::Ready(Err(no_room)) = poll else { panic!() };
/// # assert_eq!(no_room.available(), Some(1));
/// ```
#[unstable(feature = "dyn_placement", issue = "none")]
#[allow_internal_unstable(dyn_placement)]
pub macro dyn_try_in($place:expr, $call:expr $(,)?) {
    $crate::future::try_in_place($crate::future::unapplied($call), $place)
}
