//@ run-pass
//@ edition: 2024
//@ aux-build: by_hand.rs
//@ needs-unwind

// If there is no room, the method is not called, its arguments are dropped, and the message says
// which method it is, what it needs, and what there is.

#![feature(dyn_placement)]

extern crate by_hand;

use std::alloc::Layout;
use std::cell::Cell;
use std::future::{Slot, in_place, try_in_place};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::rc::Rc;
use std::sync::atomic::AtomicU32;
use std::sync::atomic::Ordering::Relaxed;

use by_hand::{dynamic, once, run};

async fn large(argument: Rc<()>) -> usize {
    let array = [1_u8; 100];
    once().await;
    array.len() + Rc::strong_count(&argument)
}

fn main() {
    let argument = Rc::new(());
    let called = Cell::new(false);
    let call = || {
        let argument = argument.clone();
        dynamic(|| {
            called.set(true);
            large(argument)
        })
    };
    let mut slot = pin!(Slot::<50>::new());

    let no_room = try_in_place(call(), slot.as_mut()).unwrap_err();
    assert_eq!(no_room.available(), Some(50));
    assert!(no_room.layout().size() > 100 && !no_room.is_taken());
    let _: &dyn std::error::Error = &no_room;
    assert_eq!(Rc::strong_count(&argument), 1);

    let caught = catch_unwind(AssertUnwindSafe(|| drop(in_place(call(), slot.as_mut()))));
    let message = caught.unwrap_err().downcast::<String>().unwrap();
    let size = no_room.layout().size();
    assert_eq!(
        *message,
        format!(
            "no room for the future of `<dyn Fetch as Fetch>::fetch`: {size} bytes (aligned to 8) \
             are needed, but there are only 50",
        ),
    );
    assert_eq!(Rc::strong_count(&argument), 1);
    assert!(!called.get());

    // The panic is reported where the call is.
    static LINE: AtomicU32 = AtomicU32::new(0);
    std::panic::set_hook(Box::new(|info| LINE.store(info.location().unwrap().line(), Relaxed)));
    let line = line!() + 1;
    let _ = catch_unwind(AssertUnwindSafe(|| drop(in_place(call(), slot.as_mut()))));
    let _ = std::panic::take_hook();
    assert_eq!(LINE.load(Relaxed), line);

    // The slot is as good as before.
    run(in_place(dynamic(|| async {}), slot.as_mut()));
    // It is too small by one byte.
    let full = |_| dynamic(|| std::future::ready([0_u8; 50]));
    assert_eq!(
        try_in_place(full(()), slot.as_mut()).unwrap_err().layout(),
        Layout::new::<[u8; 51]>()
    );
    let mut more = pin!(Slot::<51>::new());
    assert_eq!(run(try_in_place(full(()), more.as_mut()).unwrap()).len(), 50);
}
