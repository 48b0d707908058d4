//@ run-pass
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// `dyn_layout!` tells what a method's future needs, without a call and without its arguments.

#![feature(async_fn_in_dyn_trait, return_type_notation, dyn_placement)]
#![allow(incomplete_features)]

use std::alloc::Layout;
use std::boxed::Boxing;
use std::future::dyn_layout;
use std::rc::Rc;

trait Fetch {
    async fn fetch(&mut self, id: u32, text: &str) -> u32;
    async fn large(&self) -> u32;
    async fn counted(self: Rc<Self>) -> u32;
}

struct Echo;

#[repr(align(64))]
struct Aligned(u8);

impl Fetch for Echo {
    async fn fetch(&mut self, id: u32, _: &str) -> u32 {
        id
    }
    async fn large(&self) -> u32 {
        let large = [1; 256];
        let aligned = Aligned(1);
        std::future::ready(()).await;
        large[usize::from(aligned.0)]
    }
    async fn counted(self: Rc<Self>) -> u32 {
        2
    }
}

struct Holder<'a> {
    of: (&'a dyn Fetch, u8),
}

impl<'a> Holder<'a> {
    fn get(&self) -> &'a dyn Fetch {
        self.of.0
    }
    fn choose<T>(&self) -> [T; 3] {
        unreachable!()
    }
}

fn generic<T: Fetch>(t: &T) -> Layout {
    dyn_layout!(t.large)
}

fn main() {
    let mut echo = Echo;
    let f: &mut dyn Fetch<fetch(..): ?Sized, large(..): ?Sized, counted(..): ?Sized> = &mut echo;
    assert_eq!(dyn_layout!(f.fetch), dyn_layout!(Echo.fetch));
    assert_eq!(dyn_layout!(f.fetch), Layout::for_value(&Echo.fetch(1, "")));
    assert_eq!(dyn_layout!(f.large).align(), 64);
    assert_eq!(dyn_layout!(f.large), generic(&Echo));
    assert!(dyn_layout!(f.large).size() >= 1024);
    let rc: Rc<dyn Fetch> = Boxing::new(Rc::new(Echo));
    assert_eq!(dyn_layout!(rc.counted), Layout::for_value(&Rc::new(Echo).counted()));

    let holder = Holder { of: (Boxing::from_ref(&Echo), 1) };
    assert_eq!(dyn_layout!(holder.of.0.large), generic(&Echo));
    assert_eq!(dyn_layout!(holder.get().large,), generic(&Echo));
    assert_eq!(dyn_layout!((&holder).choose::<u64>), Layout::new::<[u64; 3]>());
    let in_closure = move || dyn_layout!(holder.of.0.large);
    assert_eq!(in_closure(), generic(&Echo));
}
