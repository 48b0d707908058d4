//@ run-pass
//@ edition: 2024
//@ aux-build: by_hand.rs

// A slot holds one future after another, of any type that fits, and moves before it is pinned.

#![feature(dyn_placement)]

extern crate by_hand;

use std::future::{Placed, Slot, SlotRoom, in_place, layout_of_call};
use std::pin::{Pin, pin};

use by_hand::{Sized, dynamic, once, run};

async fn add(a: u32, b: &u32) -> u32 {
    let sum = a + b;
    once().await;
    sum
}

async fn nothing() {}

type Added<'a> = Placed<dyn Future<Output = u32> + 'a, SlotRoom<'a>>;

fn start<'a>(slot: Pin<&'a mut Slot<64>>, b: &'a u32) -> Added<'a> {
    in_place(dynamic(move || add(1, b)), slot)
}

struct Owner {
    name: String,
    slot: Slot<64>,
}

fn main() {
    let slot = Slot::<64>::new();
    let mut slot = pin!(slot);
    let b = 2;
    assert_eq!(run(in_place(dynamic(|| add(1, &b)), slot.as_mut())), 3);
    assert_eq!(run(in_place(Sized(|| add(2, &b)), slot.as_mut())), 4);
    run(in_place(dynamic(nothing), slot.as_mut()));
    assert_eq!(run(start(slot.as_mut(), &b)), 3);
    // Dropped before it is polled, and before it is ready.
    drop(start(slot.as_mut(), &b));
    let mut started = start(slot.as_mut(), &b);
    let cx = &mut std::task::Context::from_waker(std::task::Waker::noop());
    assert!(Pin::new(&mut started).poll(cx).is_pending());
    assert!(started.as_pin_mut().poll(cx).is_ready());
    drop(started);

    // As small as a `Pin<Box<_>>`.
    let word = size_of::<usize>();
    assert_eq!(size_of::<Added<'_>>(), 2 * word);
    assert_eq!(size_of::<Option<Added<'_>>>(), 2 * word);
    assert_eq!(size_of::<Placed<u64, SlotRoom<'_>>>(), word);
    assert_eq!((size_of::<Slot<64>>(), align_of::<Slot<64>>()), (80, 16));
    assert_eq!(size_of::<Slot<65>>(), 96);

    // It coerces, like a box.
    let sized = in_place(Sized(|| add(5, &b)), slot.as_mut());
    let unsized_: Placed<dyn Future<Output = u32> + Send + '_, _> = sized;
    assert_eq!(run(unsized_), 7);

    // Exactly full.
    let call = Sized(|| std::future::ready([0_u8; 63]));
    assert_eq!(layout_of_call(&call).size(), 64);
    assert_eq!(run(in_place(call, slot.as_mut())).len(), 63);

    // Without a size, in a slot that has none either.
    let mut none = pin!(Slot::<0>::new());
    struct Zero;
    impl Future for Zero {
        type Output = ();
        fn poll(self: Pin<&mut Self>, _: &mut std::task::Context<'_>) -> std::task::Poll<()> {
            std::task::Poll::Ready(())
        }
    }
    for _ in 0..2 {
        run(in_place(dynamic(|| Zero), none.as_mut()));
    }

    // In a struct, on the heap, and moved while it is free.
    let owner = Owner { name: "owner".into(), slot: Slot::default() };
    let mut owner = Box::pin(owner);
    // SAFETY: the slot is pinned with its owner, which does not implement `Drop`.
    let slot = unsafe { owner.as_mut().map_unchecked_mut(|owner| &mut owner.slot) };
    assert_eq!(run(start(slot, &b)), 3);
    assert_eq!(owner.name, "owner");

    // In an `async fn`, across its awaits.
    async fn sum(n: u32) -> u32 {
        let mut slot = pin!(Slot::<64>::new());
        let mut sum = 0;
        for i in 0..n {
            sum += in_place(dynamic(|| add(i, &n)), slot.as_mut()).await;
        }
        sum
    }
    assert_eq!(run(sum(3)), 12);
}
