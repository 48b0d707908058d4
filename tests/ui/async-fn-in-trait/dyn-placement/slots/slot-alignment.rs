//@ run-pass
//@ edition: 2024
//@ aux-build: by_hand.rs

// A larger alignment than 16 costs padding, as much wherever the slot is.

#![feature(dyn_placement)]

extern crate by_hand;

use std::future::{SharedSlot, Slot, in_place, try_in_place};
use std::pin::{Pin, pin};
use std::task::{Context, Poll};

use by_hand::{Sized, dynamic, run};

macro_rules! aligned {
    ($($name:ident $align:literal)*) => {
        $(
            #[repr(align($align))]
            struct $name([u8; $align]);

            impl Future for $name {
                type Output = u8;
                fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<u8> {
                    assert_eq!((&raw const *self).addr() % $align, 0);
                    Poll::Ready(self.0.iter().sum())
                }
            }

            impl Drop for $name {
                fn drop(&mut self) {
                    assert_eq!(self.0.iter().sum::<u8>(), 2);
                }
            }

            impl $name {
                fn new() -> Self {
                    let mut bytes = [0; $align];
                    bytes[0] += 1;
                    bytes[$align - 1] += 1;
                    $name(bytes)
                }

                fn test() {
                    // `OFFSET` moves the slot by multiples of 16.
                    Self::at::<0>();
                    Self::at::<16>();
                    Self::at::<32>();
                    Self::at::<48>();
                    Self::at::<1024>();
                }

                fn at<const OFFSET: usize>() {
                    const PADDING: usize = if $align > 16 { $align - 16 } else { 0 };
                    #[repr(C, align(4096))]
                    struct Page<const OFFSET: usize, T>([u8; OFFSET], T);

                    type Fits = Slot<{ $align + PADDING }>;
                    let mut page = pin!(Page([0; OFFSET], Fits::new()));
                    // SAFETY: it is pinned with the page.
                    let mut slot = unsafe { page.as_mut().map_unchecked_mut(|page| &mut page.1) };
                    for _ in 0..3 {
                        assert_eq!(run(in_place(dynamic(Self::new), slot.as_mut())), 2);
                        assert_eq!(run(in_place(Sized(Self::new), slot.as_mut())), 2);
                        assert_eq!(run(in_place(dynamic(|| async { 1 }), slot.as_mut())), 1);
                    }

                    type Shared = SharedSlot<{ $align + PADDING }>;
                    let page = pin!(Page([0; OFFSET], Shared::new()));
                    // SAFETY: it is pinned with the page.
                    let slot = unsafe { page.as_ref().map_unchecked(|page| &page.1) };
                    for _ in 0..3 {
                        let placed = in_place(dynamic(Self::new), slot);
                        let taken = try_in_place(dynamic(Self::new), slot).unwrap_err();
                        assert!(taken.is_taken());
                        assert_eq!(run(placed), 2);
                        assert_eq!(run(in_place(dynamic(|| async { 1 }), slot)), 1);
                    }

                    type Small = Slot<{ $align + PADDING - 1 }>;
                    let mut page = pin!(Page([0; OFFSET], Small::new()));
                    // SAFETY: it is pinned with the page.
                    let slot = unsafe { page.as_mut().map_unchecked_mut(|page| &mut page.1) };
                    let no_room = try_in_place(dynamic(Self::new), slot).unwrap_err();
                    assert_eq!(no_room.layout().align(), $align);
                    assert_eq!(no_room.available(), Some($align + PADDING - 1));
                }
            }
        )*

        fn main() {
            $($name::test();)*
        }
    };
}

aligned! { A2 2 A4 4 A8 8 A16 16 A32 32 A64 64 A128 128 A1024 1024 A4096 4096 }
