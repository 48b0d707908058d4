//@ check-pass
//@ edition: 2024

// A placed future has the auto traits of the future and of its room, and is always `Unpin`.

#![feature(dyn_placement, negative_impls)]

use std::future::{NoRoom, Place, Placed, SharedSlot, SharedSlotRoom, Slot, SlotRoom};
use std::marker::PhantomPinned;
use std::panic::{RefUnwindSafe, UnwindSafe};
use std::pin::Pin;

fn send<T: Send>() {}
fn sync<T: Sync>() {}
fn unpin<T: Unpin>() {}
fn unwind_safe<T: UnwindSafe>() {}
fn place<T: Place>() {}

trait AmbiguousIfSend<A> {
    fn is() {}
}
impl<T: ?Sized> AmbiguousIfSend<()> for T {}
impl<T: ?Sized + Send> AmbiguousIfSend<u8> for T {}
trait AmbiguousIfUnpin<A> {
    fn is() {}
}
impl<T: ?Sized> AmbiguousIfUnpin<()> for T {}
impl<T: ?Sized + Unpin> AmbiguousIfUnpin<u8> for T {}

type Plain = dyn Future<Output = ()>;
type Sendable = dyn Future<Output = ()> + Send;

fn main() {
    send::<Placed<Sendable, SlotRoom<'static>>>();
    send::<Placed<Sendable, SharedSlotRoom<'static>>>();
    sync::<Placed<dyn Future<Output = ()> + Sync, SharedSlotRoom<'static>>>();
    <Placed<Plain, SlotRoom<'static>> as AmbiguousIfSend<_>>::is();
    <Placed<Plain, SharedSlotRoom<'static>> as AmbiguousIfSend<_>>::is();
    unpin::<Placed<PhantomPinned, SlotRoom<'static>>>();

    <Slot<1> as AmbiguousIfUnpin<_>>::is();
    <SharedSlot<1> as AmbiguousIfUnpin<_>>::is();
    send::<Slot<1>>();
    sync::<Slot<1>>();
    send::<SharedSlot<1>>();
    sync::<SharedSlot<1>>();
    unwind_safe::<Pin<&'static SharedSlot<1>>>();
    fn refs<T: RefUnwindSafe>() {}
    refs::<Slot<1>>();

    place::<Pin<&'static mut Slot<1>>>();
    place::<Pin<&'static SharedSlot<1>>>();
    send::<NoRoom>();
    sync::<NoRoom>();
}

// Shorter lifetimes are subtypes, as with a box.
fn _shorter<'a: 'b, 'b>(
    placed: Placed<dyn Future<Output = ()> + 'a, SlotRoom<'a>>,
) -> Placed<dyn Future<Output = ()> + 'b, SlotRoom<'b>> {
    placed
}
