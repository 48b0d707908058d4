//@ no-prefer-dynamic
//@ edition: 2024

// A library without `std`: a trait whose `dyn` is made with `alloc`.

#![crate_type = "rlib"]
#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features, async_fn_in_trait)]
#![no_std]

extern crate alloc;

use alloc::boxed::{Box, Boxing};
use alloc::vec::Vec;

pub trait Sensor {
    async fn measure(&mut self) -> u32;
}

pub struct Counter(pub u32);
impl Sensor for Counter {
    async fn measure(&mut self) -> u32 {
        self.0 += 1;
        self.0
    }
}

pub async fn measure_all(sensors: &mut [Box<dyn Sensor + '_>]) -> Vec<u32> {
    let mut all = Vec::new();
    for sensor in sensors {
        all.push(sensor.measure().await);
    }
    all
}

pub fn boxed<'a>(sensor: impl Sensor + 'a) -> Box<dyn Sensor + 'a> {
    Boxing::new(Box::new(sensor))
}
