//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// Methods that are `unsafe`, or that are told where they are called.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

extern crate run_ready;

use std::boxed::Boxing;
use std::panic::Location;

use run_ready::run;

trait Read {
    /// # Safety
    ///
    /// The pointer has to be valid.
    async unsafe fn read(&self, pointer: *const u32) -> u32;
    #[track_caller]
    fn tracked(&self) -> impl Future<Output = &'static Location<'static>>;
    fn tracked_in_impl(&self) -> impl Future<Output = &'static Location<'static>>;
}
struct Value;
impl Read for Value {
    async unsafe fn read(&self, pointer: *const u32) -> u32 {
        // SAFETY: as the caller says.
        unsafe { *pointer }
    }
    fn tracked(&self) -> impl Future<Output = &'static Location<'static>> {
        std::future::ready(Location::caller())
    }
    #[track_caller]
    fn tracked_in_impl(&self) -> impl Future<Output = &'static Location<'static>> {
        std::future::ready(Location::caller())
    }
}

fn main() {
    let read: &dyn Read = Boxing::new(&Value);
    // SAFETY: it points to a value.
    assert_eq!(run(unsafe { read.read(&5) }), 5);
    // As for any `dyn`, this is where the method is declared.
    assert_eq!(run(read.tracked()).file(), file!());
    assert_eq!(run(read.tracked_in_impl()).file(), file!());
}
