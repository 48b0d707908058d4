//@ run-pass
//@ aux-build: ../../../named-return-types/auxiliary/run_ready.rs
//@ aux-build: ../../../async-fn-in-dyn-trait/auxiliary/wait_once.rs
//@ aux-build: ../../../async-fn-in-dyn-trait/auxiliary/counting.rs
//@ edition: 2024
//@ revisions: current next optimized
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally
//@[optimized] compile-flags: -Copt-level=3 -Zmir-opt-level=4 -Zvalidate-mir

// `dyn Fetch<fetch(..): ?Sized>` is made of any type, without an adapter. Each call says where its
// future goes, and allocates nothing unless it says so.

#![feature(async_fn_in_dyn_trait, return_type_notation, named_return_types)]
#![feature(async_auto_trait_bounds, dyn_placement)]
#![allow(incomplete_features)]

extern crate counting;
extern crate run_ready;
extern crate wait_once;

use std::fmt::Debug;
use std::future::{Slot, dyn_box, dyn_in, dyn_try_in};
use std::pin::{Pin, pin};
use std::rc::Rc;

use counting::count;
use run_ready::run;
use wait_once::wait_once;

trait Base<T>: Debug {
    async fn base(&self, by: T) -> T;
}

trait Fetch: Base<u64> {
    type Item;
    async fn fetch(&mut self, id: u32) -> Self::Item;
    async fn first<'a>(&'a self, of: &'a [u8]) -> &'a u8;
    async fn pinned(self: Pin<&mut Self>) -> u32;
    async fn counted(self: Rc<Self>, by: u32) -> u32;
    async fn large(&self) -> usize;
    #[track_caller]
    fn line(&self) -> impl Future<Output = u32>;
    fn related<'a: 'b, 'b>(&'a self, by: &'b u32) -> impl Future<Output = u32>;
    fn sync(&self) -> u32;
}

#[derive(Debug)]
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
    async fn first<'a>(&'a self, of: &'a [u8]) -> &'a u8 {
        wait_once().await;
        &of[0]
    }
    async fn pinned(self: Pin<&mut Self>) -> u32 {
        wait_once().await;
        self.0
    }
    async fn counted(self: Rc<Self>, by: u32) -> u32 {
        wait_once().await;
        self.0 + by
    }
    async fn large(&self) -> usize {
        let room = [self.0; 300];
        wait_once().await;
        room.len()
    }
    #[track_caller]
    fn line(&self) -> impl Future<Output = u32> {
        let line = std::panic::Location::caller().line();
        async move { line }
    }
    async fn related<'a: 'b, 'b>(&'a self, by: &'b u32) -> u32 {
        self.0 + by
    }
    fn sync(&self) -> u32 {
        self.0
    }
}

type All = dyn Fetch<
        Item = u32,
        fetch(..): ?Sized,
        first(..): ?Sized,
        pinned: ?Sized,
        counted(..): ?Sized,
        large(..): ?Sized + Send,
        line(..): ?Sized,
        related(..): ?Sized,
        base(..): ?Sized,
    >;

async fn sum(f: &mut All) -> u32 {
    let mut slot = pin!(Slot::<256>::new());
    let a = dyn_in!(slot.as_mut(), f.fetch(1)).await;
    let b = dyn_in!(slot.as_mut(), f.fetch(2)).await;
    let c = dyn_in!(slot.as_mut(), <All>::fetch(f, 4)).await;
    let d = dyn_in!(slot.as_mut(), <All>::base(f, 0)).await;
    assert_eq!(dyn_in!(slot.as_mut(), f.base(1)).await, u64::from(c) + 1);
    assert!(dyn_try_in!(slot.as_mut(), f.large()).is_err());
    assert_eq!(*dyn_in!(slot.as_mut(), f.first(&[9])).await, 9);
    assert_eq!(dyn_in!(slot.as_mut(), f.line()).await, line!());
    a + b + c + d as u32 + f.sync()
}

async fn through_async(f: &mut (dyn Fetch<Item = u32> + async ?Sized)) -> u32 {
    let mut slot = pin!(Slot::<256>::new());
    let at_once = dyn_in!(slot.as_mut(), f.fetch(1)).await;
    at_once + dyn_in!(slot.as_mut(), f.base(1)).await as u32
}

fn is_send<T: Send>(of: T) -> T {
    of
}

fn main() {
    let mut adder = Adder(0);
    let (allocated, _, summed) = count(|| run(sum(&mut adder)));
    assert_eq!((summed, allocated), (1 + 3 + 7 + 7 + 7, 0));
    let (allocated, _, summed) = count(|| run(through_async(&mut adder)));
    assert_eq!((summed, allocated), (8 + 9, 0));

    let f: &mut All = &mut adder;
    assert_eq!(format!("{f:?}"), "Adder(8)");
    let (allocated, _, boxed) = count(|| dyn_box!(f.fetch(2)));
    let boxed: Pin<Box<dyn Future<Output = u32> + '_>> = boxed;
    assert_eq!((run(boxed), allocated), (10, 1));
    let large: Pin<Box<dyn Future<Output = usize> + Send + '_>> = dyn_box!(f.large());
    assert_eq!(run(is_send(large)), 300);

    assert_eq!(run(dyn_box!(f.related(&5))), 15);
    let rc: Rc<All> = Rc::new(Adder(3));
    assert_eq!(run(dyn_box!(rc.counted(4))), 7);
    let mut pinned: Pin<Box<All>> = Box::pin(Adder(5));
    assert_eq!(run(dyn_box!(pinned.as_mut().pinned())), 5);
}
