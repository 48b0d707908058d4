//@ run-pass
//@ edition: 2024
//@ aux-build: by_hand.rs
//@ needs-subprocess
//@ needs-unwind

// A slot stays taken for ever if the future in it is leaked, and does not go away.

#![feature(dyn_placement)]

extern crate by_hand;

use std::cell::Cell;
use std::future::{SharedSlot, Slot, in_place, try_in_place};
use std::pin::{Pin, pin};
use std::process::Command;

use by_hand::{dynamic, once, run};

async fn one() -> u32 {
    once().await;
    1
}

struct Tells<'a>(Cell<u32>, &'a Cell<*const Cell<u32>>);

impl Future for Tells<'_> {
    type Output = ();
    fn poll(self: Pin<&mut Self>, _: &mut std::task::Context<'_>) -> std::task::Poll<()> {
        let this = self.into_ref().get_ref();
        this.1.set(&this.0);
        std::task::Poll::Pending
    }
}

static SHARED: SharedSlot<64> = SharedSlot::new();

fn leak(slot: Pin<&mut Slot<64>>) {
    std::mem::forget(in_place(dynamic(one), slot));
}

fn child(what: &str) {
    match what {
        "dropped" => {
            let mut slot = pin!(Slot::new());
            leak(slot.as_mut());
        }
        "boxed" => {
            let mut slot = Box::pin(Slot::new());
            leak(slot.as_mut());
            drop(slot);
        }
        "replaced" => {
            let mut slot = Box::pin(Slot::new());
            leak(slot.as_mut());
            slot.as_mut().set(Slot::new());
        }
        "unwinding" => {
            let _ = std::panic::catch_unwind(|| {
                let mut slot = pin!(Slot::new());
                leak(slot.as_mut());
                panic!("the slot is dropped");
            });
        }
        "caught" => {
            let _ = std::panic::catch_unwind(|| {
                let mut slot = pin!(Slot::new());
                leak(slot.as_mut());
            });
        }
        "async" => {
            let mut future = Box::pin(async {
                let mut slot = pin!(Slot::new());
                leak(slot.as_mut());
                once().await;
            });
            let cx = &mut std::task::Context::from_waker(std::task::Waker::noop());
            assert!(future.as_mut().poll(cx).is_pending());
            drop(future);
        }
        "shared" => {
            let slot = pin!(SharedSlot::<64>::new());
            std::mem::forget(in_place(dynamic(one), slot.as_ref()));
        }
        _ => unreachable!(),
    }
}

fn main() {
    if let Some(what) = std::env::args().nth(1) {
        child(&what);
        println!("survived");
        return;
    }

    // Leaked itself, so that this goes on.
    let slot = Box::leak(Box::new(Slot::new()));
    // SAFETY: it is leaked.
    let mut slot = unsafe { Pin::new_unchecked(&mut *slot) };
    assert_eq!(run(in_place(dynamic(one), slot.as_mut())), 1);
    leak(slot.as_mut());
    for _ in 0..2 {
        let no_room = try_in_place(dynamic(one), slot.as_mut()).unwrap_err();
        assert!(no_room.is_taken());
        assert_eq!(no_room.available(), None);
        assert!(
            no_room
                .to_string()
                .ends_with("the place is taken by a future that has not been dropped")
        );
    }

    // Who has been told where a leaked future is may use it still.
    let told = Cell::new(std::ptr::null::<Cell<u32>>());
    let slot = Box::leak(Box::new(Slot::<64>::new()));
    // SAFETY: it is leaked.
    let mut slot = unsafe { Pin::new_unchecked(&mut *slot) };
    let mut placed = in_place(dynamic(|| Tells(Cell::new(1), &told)), slot.as_mut());
    let cx = &mut std::task::Context::from_waker(std::task::Waker::noop());
    assert!(Pin::new(&mut placed).poll(cx).is_pending());
    std::mem::forget(placed);
    assert!(try_in_place(dynamic(one), slot.as_mut()).unwrap_err().is_taken());
    // SAFETY: it is pinned, and has not been dropped.
    let there = unsafe { &*told.get() };
    there.set(there.get() + 1);
    assert!(try_in_place(dynamic(one), slot.as_mut()).unwrap_err().is_taken());
    assert_eq!(there.get(), 2);

    // A static is never dropped.
    std::mem::forget(in_place(dynamic(one), Pin::static_ref(&SHARED)));
    assert!(try_in_place(dynamic(one), Pin::static_ref(&SHARED)).unwrap_err().is_taken());

    for what in ["dropped", "boxed", "replaced", "unwinding", "caught", "async", "shared"] {
        let output = Command::new(std::env::current_exe().unwrap()).arg(what).output().unwrap();
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success(), "{what}");
        assert!(output.stdout.is_empty(), "{what}");
        #[cfg(unix)]
        {
            use std::os::unix::process::ExitStatusExt;
            assert!(output.status.signal().is_some(), "{what}: {stderr}");
        }
        assert!(
            stderr.contains("a slot is dropped, but the future in it has been leaked"),
            "{stderr}"
        );
    }
}
