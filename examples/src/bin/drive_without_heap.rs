//! Sensors behind a `dyn`, read without a heap: each call says where its future goes, to a slot in the
//! driver. The global allocator refuses whoever asks it while the driver runs.

#![feature(async_fn_in_dyn_trait, async_auto_trait_bounds, dyn_placement)]
#![allow(incomplete_features)]

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::future::{NoRoom, Slot, dyn_in, dyn_try_in, poll_fn};
use std::pin::{Pin, pin};
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::task::{Context, Poll, Waker};

/// There is no heap on the device.
static HEAP: AtomicBool = AtomicBool::new(true);

struct OnlyAtStart;

// SAFETY: it is the system's, or none.
unsafe impl GlobalAlloc for OnlyAtStart {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if !HEAP.load(Relaxed) {
            std::process::abort();
        }
        // SAFETY: as the caller says.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        // SAFETY: as the caller says.
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: OnlyAtStart = OnlyAtStart;

trait Sensor {
    fn name(&self) -> &'static str;
    async fn read(&mut self, bus: &Bus) -> i32;
    /// Some have to be told first.
    async fn calibrate(&mut self, bus: &Bus, samples: usize) -> i32 {
        let mut sum = 0;
        for _ in 0..samples {
            sum += self.read(bus).await;
        }
        sum / samples as i32
    }
}

/// No future of it has a size, so that each call says where its future goes, and none needs an adapter.
type AnySensor = dyn Sensor + async ?Sized;

/// Answers one register at a time, after a while.
struct Bus {
    ticks: Cell<u32>,
}

impl Bus {
    async fn register(&self, number: u8) -> i32 {
        let until = self.ticks.get() + 2;
        poll_fn(|_| if self.ticks.get() < until { Poll::Pending } else { Poll::Ready(()) }).await;
        i32::from(number) * 10 + (self.ticks.get() % 3) as i32
    }
}

struct Thermometer;

impl Sensor for Thermometer {
    fn name(&self) -> &'static str {
        "thermometer"
    }

    async fn read(&mut self, bus: &Bus) -> i32 {
        bus.register(2).await
    }
}

struct Barometer {
    offset: i32,
}

impl Sensor for Barometer {
    fn name(&self) -> &'static str {
        "barometer"
    }

    async fn read(&mut self, bus: &Bus) -> i32 {
        let mut readings = [0; 16];
        for reading in &mut readings {
            *reading = bus.register(9).await;
        }
        readings.iter().sum::<i32>() / 16 + self.offset
    }
}

/// Reads all of them, one after the other, in the same memory.
async fn sweep(
    sensors: &mut [&mut AnySensor],
    bus: &Bus,
    mut slot: Pin<&mut Slot<512>>,
    readings: &mut [i32],
) {
    for (sensor, reading) in sensors.iter_mut().zip(readings) {
        *reading = dyn_in!(slot.as_mut(), sensor.read(bus)).await;
    }
}

/// A small slot is no room for everything, and says so before anything has happened.
async fn calibrate(sensor: &mut AnySensor, bus: &Bus) -> Result<i32, NoRoom> {
    let mut slot = pin!(Slot::<64>::new());
    Ok(dyn_try_in!(slot.as_mut(), sensor.calibrate(bus, 4))?.await)
}

fn drive<F: Future>(bus: &Bus, future: F) -> F::Output {
    let mut future = pin!(future);
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return output;
        }
        bus.ticks.set(bus.ticks.get() + 1); // the interrupt
    }
}

fn main() {
    let bus = Bus { ticks: Cell::new(0) };
    let (mut thermometer, mut barometer) = (Thermometer, Barometer { offset: 7 });
    let mut readings = [0; 2];

    HEAP.store(false, Relaxed);
    let mut sensors: [&mut AnySensor; 2] = [&mut thermometer, &mut barometer];
    let mut slot = pin!(Slot::<512>::new());
    for _ in 0..3 {
        drive(&bus, sweep(&mut sensors, &bus, slot.as_mut(), &mut readings));
    }
    let calibrated = drive(&bus, calibrate(&mut *sensors[1], &bus));
    HEAP.store(true, Relaxed);

    for (sensor, reading) in sensors.iter().zip(readings) {
        println!("{}: {reading}", sensor.name());
    }
    match calibrated {
        Ok(offset) => println!("calibrated: {offset}"),
        Err(no_room) => {
            println!("not calibrated, too small a slot: {}", no_room.available() == Some(64))
        }
    }
    println!("in {} ticks, without a heap", bus.ticks.get());
}
