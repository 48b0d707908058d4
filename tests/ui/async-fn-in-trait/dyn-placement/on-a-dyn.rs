//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ aux-build: ../../async-fn-in-dyn-trait/auxiliary/wait_once.rs
//@ aux-build: ../../async-fn-in-dyn-trait/auxiliary/counting.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// The call through a `dyn` says where its future goes: to a slot, which allocates nothing, or to a
// box. The adapter of the `dyn` has no say in it.

#![feature(async_fn_in_dyn_trait, dyn_placement)]
#![allow(incomplete_features)]

extern crate counting;
extern crate run_ready;
extern crate wait_once;

use std::boxed::Boxing;
use std::future::{Slot, dyn_box, dyn_in, dyn_try_in};
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::sync::Arc;

use counting::count;
use run_ready::run;
use wait_once::wait_once;

trait Base<T> {
    async fn base(&self, by: T) -> T;
}

trait Fetch: Base<u64> {
    type Item;
    async fn fetch(&mut self, id: u32) -> Self::Item;
    async fn shared(&self, text: &str) -> String;
    async fn first<'a>(&'a self, of: &'a [u8]) -> &'a u8;
    async fn pinned(self: Pin<&mut Self>) -> u32;
    async fn boxed(self: Box<Self>) -> u32;
    async fn counted(self: Rc<Self>, by: u32) -> u32;
    async fn atomic(self: Arc<Self>) -> u32;
    async fn owns(&self, text: String, large: [u64; 9]) -> usize;
    fn sync(&self) -> u32;
}

struct Adder(u32);

impl Base<u64> for Adder {
    async fn base(&self, by: u64) -> u64 {
        wait_once().await;
        u64::from(self.0) + by
    }
}

impl Fetch for Adder {
    type Item = u32;
    async fn fetch(&mut self, id: u32) -> u32 {
        self.0 += id;
        wait_once().await;
        self.0
    }
    async fn shared(&self, text: &str) -> String {
        wait_once().await;
        format!("{text} {}", self.0)
    }
    async fn first<'a>(&'a self, of: &'a [u8]) -> &'a u8 {
        wait_once().await;
        &of[0]
    }
    async fn pinned(self: Pin<&mut Self>) -> u32 {
        wait_once().await;
        self.0
    }
    async fn boxed(self: Box<Self>) -> u32 {
        wait_once().await;
        self.0
    }
    async fn counted(self: Rc<Self>, by: u32) -> u32 {
        wait_once().await;
        self.0 + by
    }
    async fn atomic(self: Arc<Self>) -> u32 {
        wait_once().await;
        self.0
    }
    async fn owns(&self, text: String, large: [u64; 9]) -> usize {
        wait_once().await;
        text.len() + large.len()
    }
    fn sync(&self) -> u32 {
        self.0
    }
}

async fn in_slot(f: &mut dyn Fetch<Item = u32>) -> u32 {
    let mut slot = pin!(Slot::<256>::new());
    let a = dyn_in!(slot.as_mut(), f.fetch(1)).await;
    let b = dyn_in!(slot.as_mut(), f.fetch(2)).await;
    let c = dyn_try_in!(slot.as_mut(), f.base(3)).unwrap().await;
    assert_eq!(*dyn_in!(slot.as_mut(), f.first(&[9])).await, 9);
    assert_eq!(dyn_in!(slot.as_mut(), Base::base(f, 1)).await, u64::from(b) + 1);
    assert_eq!(dyn_in!(slot.as_mut(), <dyn Fetch<Item = u32>>::fetch(f, 0)).await, b);
    a + b + c as u32
}

async fn in_box(f: &mut dyn Fetch<Item = u32>) -> u32 {
    let a = dyn_box!(f.fetch(1)).await;
    let mut later: Vec<Pin<Box<dyn Future<Output = u32> + '_>>> = vec![];
    later.push(dyn_box!(f.fetch(a)));
    let b = later.pop().unwrap().await;
    a + b
}

fn main() {
    let mut adder = Adder(10);
    let f: &mut dyn Fetch<Item = u32> = Boxing::new(&mut adder);
    let (allocated, freed, sum) = count(|| run(in_slot(f)));
    assert_eq!((allocated, freed, sum), (0, 0, 11 + 13 + 16));
    let (allocated, freed, sum) = count(|| run(in_box(f)));
    // Two futures, and the `Vec`.
    assert_eq!((allocated, freed, sum), (3, 3, 14 + 28));
    let (allocated, freed, text) = count(|| {
        let mut slot = pin!(Slot::<512>::new());
        let length = run(dyn_in!(slot.as_mut(), f.owns(String::from("text"), [1; 9])));
        assert_eq!(length, 13);
        run(dyn_in!(slot, f.shared("is")))
    });
    assert_eq!((allocated, freed, &text[..]), (2, 1, "is 28"));

    // What a plain call does goes by way of the adapter, as ever.
    assert_eq!(count(|| run(f.fetch(1))), (1, 1, 29));
    assert_eq!(f.sync(), 29);

    let base: &dyn Base<u64> = f;
    let mut slot = pin!(Slot::<256>::new());
    assert_eq!(run(dyn_in!(slot.as_mut(), base.base(1))), 30);

    // Each kind of receiver.
    let f: Pin<&mut dyn Fetch<Item = u32>> = Boxing::new(Pin::new(&mut adder));
    assert_eq!(run(dyn_in!(slot.as_mut(), f.pinned())), 29);
    let f: Box<dyn Fetch<Item = u32>> = Boxing::new(Box::new(Adder(1)));
    assert_eq!(run(dyn_in!(slot.as_mut(), f.boxed())), 1);
    let f: Rc<dyn Fetch<Item = u32>> = Boxing::new(Rc::new(Adder(2)));
    assert_eq!(run(dyn_in!(slot.as_mut(), f.clone().counted(1))), 3);
    assert_eq!(Rc::strong_count(&f), 1);
    let f: Arc<dyn Fetch<Item = u32>> = Boxing::new(Arc::new(Adder(3)));
    assert_eq!(run(dyn_box!(f.clone().atomic())), 3);
    let mut f: Box<dyn Fetch<Item = u32>> = Boxing::new(Box::new(Adder(1)));
    assert_eq!(run(dyn_in!(slot.as_mut(), f.fetch(1))), 2);
    drop(dyn_in!(slot.as_mut(), f.fetch(1)));
    assert_eq!(run(dyn_in!(slot.as_mut(), f.fetch(1))), 3);
}
