//! `calls list`: the ways and kinds, as numbers and names.
//! `calls run WAY KIND TIMES`: no more than that, to be counted from outside.
//! `calls time WAY KIND`: nanoseconds per call, the least of several runs.
//! `calls allocations WAY KIND`: allocations per call.

#[cfg(feature = "count")]
use std::alloc::{GlobalAlloc, Layout, System};
use std::hint::black_box;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use bench::{Kind, WAYS};

/// On the stack of `main`, it has all that is called from there begin at the start of a page: how long
/// it takes to clear 1 KiB depends on its alignment, which would depend on the environment.
#[repr(align(4096))]
struct Page(#[expect(dead_code)] u8);

fn main() {
    black_box(&mut Page(0));
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |at: usize| arguments[at].parse::<usize>().expect("a number");
    if arguments[0] == "list" {
        for (way, (name, _)) in WAYS.iter().enumerate() {
            println!("way {way} {name}");
        }
        for (kind, (name, _)) in Kind::ALL.iter().enumerate() {
            println!("kind {kind} {name}");
        }
        return;
    }
    let call = WAYS[number(1)].1;
    let kind = Kind::ALL[number(2)].1;
    match &*arguments[0] {
        "run" => {
            black_box(call(kind, number(3) as u64));
        }
        "time" => {
            const TIMES: u64 = 200_000;
            let least = (0..25)
                .map(|_| {
                    let start = Instant::now();
                    black_box(call(kind, TIMES));
                    start.elapsed()
                })
                .min();
            println!("{:.1}", least.unwrap().as_nanos() as f64 / TIMES as f64);
        }
        "allocations" => {
            call(kind, 1); // What is made once, and kept, does not count.
            let before = ALLOCATIONS.load(Ordering::Relaxed);
            black_box(call(kind, 1000));
            let made = ALLOCATIONS.load(Ordering::Relaxed) - before;
            assert!(made.is_multiple_of(1000), "{made} in 1000 calls");
            println!("{}", made / 1000);
        }
        other => panic!("what is '{other}'?"),
    }
}

static ALLOCATIONS: AtomicU64 = AtomicU64::new(0);

/// It is there only if the program is built to count, so that nothing else pays for it.
#[cfg(feature = "count")]
struct Counting;

// SAFETY: it is the system's.
#[cfg(feature = "count")]
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALLOCATIONS.fetch_add(1, Ordering::Relaxed);
        // SAFETY: as the caller says.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        // SAFETY: as the caller says.
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[cfg(feature = "count")]
#[global_allocator]
static ALLOCATOR: Counting = Counting;
