//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ aux-build: no-std-adapter.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// Without `std`, the adapter is in `alloc`.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]
#![no_std]

extern crate alloc;
extern crate no_std_adapter;
extern crate run_ready;
extern crate std;

use alloc::boxed::{Box, Boxing};
use alloc::rc::Rc;
use alloc::vec;

use no_std_adapter::{Counter, Sensor, boxed, measure_all};
use run_ready::run;

trait Read {
    async fn read(&self, at: u32) -> u32;
}
impl Read for Counter {
    async fn read(&self, at: u32) -> u32 {
        self.0 + at
    }
}

fn main() {
    let read: Rc<dyn Read> = Boxing::new(Rc::new(Counter(1)));
    core::assert_eq!(run(read.read(1)), 2);

    let mut counter = Counter(5);
    let mut sensors: [Box<dyn Sensor>; 2] = [Boxing::new(Box::new(Counter(0))), boxed(Counter(1))];
    core::assert_eq!(run(measure_all(&mut sensors)), [1, 2]);
    let sensor: &mut dyn Sensor = Boxing::new(&mut counter);
    core::assert_eq!(run(sensor.measure()), 6);
    core::assert_eq!(vec![1], [1]);
}
