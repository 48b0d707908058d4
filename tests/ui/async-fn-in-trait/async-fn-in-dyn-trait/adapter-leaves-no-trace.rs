//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// What is behind a `dyn` is the adapted value: its size, alignment, address and drop, and what its
// other traits say.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

extern crate run_ready;

use std::any::{Any, TypeId, type_name_of_val};
use std::boxed::Boxing;
use std::cell::Cell;
use std::fmt::Debug;
use std::mem::needs_drop;

use run_ready::run;

trait TypeName {
    fn type_name(&self) -> &'static str;
}
impl<T: ?Sized> TypeName for T {
    fn type_name(&self) -> &'static str {
        std::any::type_name::<T>()
    }
}

trait Fetch: Any + Debug + TypeName + Iterator<Item = u8> {
    async fn fetch(&mut self) -> u32;
}

thread_local! {
    static DROPS: Cell<u32> = const { Cell::new(0) };
}

#[derive(Debug)]
#[repr(align(32))]
struct Aligned([u8; 40]);
impl Drop for Aligned {
    fn drop(&mut self) {
        DROPS.set(DROPS.get() + 1);
    }
}
impl Iterator for Aligned {
    type Item = u8;
    fn next(&mut self) -> Option<u8> {
        self.0[0] = self.0[0].checked_sub(1)?;
        Some(self.0[0])
    }
}
impl Fetch for Aligned {
    async fn fetch(&mut self) -> u32 {
        self.0.iter().copied().map(u32::from).sum()
    }
}

#[derive(Debug)]
struct Empty;
impl Iterator for Empty {
    type Item = u8;
    fn next(&mut self) -> Option<u8> {
        None
    }
}
impl Fetch for Empty {
    async fn fetch(&mut self) -> u32 {
        0
    }
}

fn main() {
    let mut aligned = Aligned([3; 40]);
    let address = &raw const aligned as usize;

    let fetch: &mut dyn Fetch = Boxing::new(&mut aligned);
    assert_eq!(size_of_val(fetch), 64);
    assert_eq!(align_of_val(fetch), 32);
    assert_eq!(&raw const *fetch as *const () as usize, address);
    assert_eq!(run(fetch.fetch()), 120);
    assert_eq!(Iterator::take(&mut *fetch, 2).collect::<Vec<u8>>(), [2, 1]);
    assert!(format!("{fetch:?}").starts_with("Aligned([1, 3"));

    assert_eq!((*fetch).type_id(), TypeId::of::<Aligned>());
    assert_eq!((*fetch).type_name(), std::any::type_name::<Aligned>());
    let any: &mut dyn Any = fetch;
    assert!(any.is::<Aligned>());
    assert!(!any.is::<Boxing<Aligned>>());
    assert_eq!(any.downcast_ref::<Aligned>().unwrap().0[0], 1);
    assert_eq!(any.downcast_mut::<Aligned>().map(|aligned| aligned.0[1]), Some(3));

    assert_eq!(DROPS.get(), 0);
    let boxed: Box<dyn Fetch> = Boxing::new(Box::new(aligned));
    assert_eq!(size_of_val(&*boxed), 64);
    drop(boxed);
    assert_eq!(DROPS.get(), 1);

    // Back out of the box that it was put in.
    let boxed: Box<dyn Fetch> = Boxing::new(Box::new(Aligned([4; 40])));
    let boxed: Box<dyn Any> = boxed;
    let aligned = *boxed.downcast::<Aligned>().unwrap();
    assert_eq!(aligned.0[39], 4);
    assert_eq!(DROPS.get(), 1);
    drop(aligned);
    assert_eq!(DROPS.get(), 2);

    let empty: Box<dyn Fetch> = Boxing::new(Box::new(Empty));
    assert_eq!(size_of_val(&*empty), 0);
    assert_eq!(align_of_val(&*empty), 1);
    assert_eq!((*empty).type_id(), TypeId::of::<Empty>());

    // The type of the adapter itself is like what it adapts, and has none of its traits.
    assert_eq!(size_of::<Boxing<Aligned>>(), 64);
    assert_eq!(align_of::<Boxing<Aligned>>(), 32);
    assert!(needs_drop::<Boxing<Aligned>>());
    let adapted: Box<Boxing<Empty>> = Boxing::new(Box::new(Empty));
    assert!(type_name_of_val(&*adapted).contains("Boxing"));
    assert_ne!((*adapted).type_id(), TypeId::of::<Empty>());
    // A `dyn` of a trait without such methods is made of it as of any type.
    let any: Box<dyn Any> = adapted;
    assert!(any.is::<Boxing<Empty>>());
}
