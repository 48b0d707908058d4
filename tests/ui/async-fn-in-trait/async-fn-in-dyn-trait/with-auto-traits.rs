//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// `dyn Trait + Send + Sync`: what is said of the value, which says nothing of its futures.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

extern crate run_ready;

use std::boxed::Boxing;
use std::panic::{RefUnwindSafe, UnwindSafe};
use std::rc::Rc;
use std::sync::Arc;
use std::thread;

use run_ready::run;

trait Fetch {
    async fn fetch(&self, id: u32) -> u32;
}

struct Adder(u32);
impl Fetch for Adder {
    async fn fetch(&self, id: u32) -> u32 {
        let not_send = Rc::new(id);
        std::future::ready(()).await;
        self.0 + *not_send
    }
}

fn assert_send<T: Send + ?Sized>(_: &T) {}
fn assert_sync<T: Sync + ?Sized>(_: &T) {}
fn assert_unwind_safe<T: UnwindSafe + RefUnwindSafe + ?Sized>() {}

fn main() {
    // The value goes to another thread, and makes its future there.
    let boxed: Box<dyn Fetch + Send> = Boxing::new(Box::new(Adder(1)));
    assert_send(&boxed);
    assert_eq!(thread::spawn(move || run(boxed.fetch(1))).join().unwrap(), 2);

    let shared: Arc<dyn Fetch + Send + Sync> = Boxing::new(Arc::new(Adder(2)));
    assert_sync(&*shared);
    let threads: Vec<_> = (0..3)
        .map(|id| {
            let shared = shared.clone();
            thread::spawn(move || run(shared.fetch(id)))
        })
        .collect();
    let sum: u32 = threads.into_iter().map(|thread| thread.join().unwrap()).sum();
    assert_eq!(sum, 2 + 3 + 4);

    // And is coerced to a `dyn` that says less.
    let sync: Arc<dyn Fetch + Sync> = shared.clone();
    let plain: Arc<dyn Fetch> = sync;
    assert_eq!(run(plain.fetch(1)), 3);
    assert_unwind_safe::<dyn Fetch + UnwindSafe + RefUnwindSafe>();
}
