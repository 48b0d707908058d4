//! Futures of an `async fn` in a trait, kept in a struct under their name and driven by hand.
//!
//! `Downloads<'a, F, N>` is a table of `N` slots. Each slot has room for one download, that is one
//! `F::fetch<'a>`: the very type that calling `fetch` on an `&'a F` returns. The futures live inside
//! the table, and the table lives on the stack of `main`. None of them is boxed, and none is hidden
//! behind a `dyn`.
//!
//! Without a name for that type, the table would have to be generic over an `Fut: Future`, which
//! says nothing about where its values come from: `start` could not make one from an `F`.
//!
//! The executor is the loop in `main`. It polls, in turn, the slots that have been woken, gives a
//! slot that is done the next resource, and lets simulated time pass when there is nothing to do.
//!
//! ```text
//! cargo +afit run --bin drive_by_hand
//! ```

#![feature(named_return_types)]

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, Wake, Waker};
use std::{array, io};

type ResourceId = u32;
type ResourceData = Vec<u8>;

trait Fetch {
    async fn fetch(&self, id: ResourceId) -> io::Result<ResourceData>;
}

// The table -------------------------------------------------------------------------------------

/// One place for a download.
///
/// The bound `F: 'a` is what `&'a F` asks for.
struct Slot<'a, F: Fetch + 'a> {
    id: ResourceId,
    woken: Arc<Flag>,
    future: Option<F::fetch<'a>>,
}

struct Downloads<'a, F: Fetch + 'a, const N: usize> {
    slots: [Slot<'a, F>; N],
}

impl<'a, F: Fetch, const N: usize> Downloads<'a, F, N> {
    fn new() -> Self {
        let slots = array::from_fn(|_| Slot { id: 0, woken: Arc::default(), future: None });
        Downloads { slots }
    }

    /// The place of a future, which is pinned where the table is.
    ///
    /// `F::fetch<'a>` is a type like any other here: `Option` has `as_pin_mut` and `Pin` has `set`.
    fn future(self: Pin<&mut Self>, slot: usize) -> Pin<&mut Option<F::fetch<'a>>> {
        // SAFETY: the field `future` is pinned whenever the table is. No other code takes a
        // reference to it or moves it, neither `Downloads` nor `Slot` implements `Drop` or `Unpin`
        // by hand, and the array never hands out its elements by value.
        unsafe { self.map_unchecked_mut(|table| &mut table.slots[slot].future) }
    }

    /// A slot that has no download.
    fn free_slot(&self) -> Option<usize> {
        self.slots.iter().position(|slot| slot.future.is_none())
    }

    /// Begin to download `id` in a free slot.
    fn start(mut self: Pin<&mut Self>, slot: usize, source: &'a F, id: ResourceId) {
        // SAFETY: `future` is the only field that is structurally pinned, and is not touched here.
        let place = unsafe { &mut self.as_mut().get_unchecked_mut().slots[slot] };
        place.id = id;
        place.woken.set();
        // The future moves into its slot before it is polled first.
        let future: F::fetch<'a> = source.fetch(id);
        self.future(slot).set(Some(future));
    }

    /// Poll the download in `slot`, if it has been woken. It leaves the slot when it is done.
    fn poll(
        mut self: Pin<&mut Self>,
        slot: usize,
    ) -> Option<(ResourceId, Poll<io::Result<ResourceData>>)> {
        let Slot { id, woken, .. } = &self.slots[slot];
        let (id, woken) = (*id, woken.clone());
        if !woken.take() {
            return None;
        }
        let waker = Waker::from(woken);
        let future = self.as_mut().future(slot).as_pin_mut()?;
        let polled = future.poll(&mut Context::from_waker(&waker));
        if polled.is_ready() {
            self.future(slot).set(None);
        }
        Some((id, polled))
    }
}

/// The waker of a slot: it raises a flag that the loop looks at.
#[derive(Default)]
struct Flag(AtomicBool);

impl Flag {
    fn set(&self) {
        self.0.store(true, Ordering::Release);
    }

    fn take(&self) -> bool {
        self.0.swap(false, Ordering::Acquire)
    }
}

impl Wake for Flag {
    fn wake(self: Arc<Self>) {
        self.set();
    }
}

// Something to download from --------------------------------------------------------------------

/// A server in simulated time: each chunk of a resource arrives some ticks after it is asked for.
#[derive(Default)]
struct Server {
    now: Cell<u32>,
    timers: RefCell<Vec<(u32, Waker)>>,
}

impl Server {
    async fn wait(&self, ticks: u32) {
        let deadline = self.now.get() + ticks;
        poll_fn(|cx| {
            if self.now.get() >= deadline {
                return Poll::Ready(());
            }
            self.timers.borrow_mut().push((deadline, cx.waker().clone()));
            Poll::Pending
        })
        .await
    }

    /// Go to the next time at which something happens. Returns whether there is one.
    fn advance(&self) -> bool {
        let mut timers = self.timers.borrow_mut();
        let Some(next) = timers.iter().map(|&(deadline, _)| deadline).min() else {
            return false;
        };
        self.now.set(next);
        for (_, waker) in timers.extract_if(.., |&mut (deadline, _)| deadline == next) {
            waker.wake();
        }
        true
    }
}

impl Fetch for Server {
    async fn fetch(&self, id: ResourceId) -> io::Result<ResourceData> {
        self.wait(1).await; // connect
        if id == 404 {
            return Err(io::ErrorKind::NotFound.into());
        }
        let mut data = vec![];
        for _ in 0..id {
            self.wait(2).await; // the next chunk
            data.extend_from_slice(b"chunk");
        }
        Ok(data)
    }
}

// The executor ----------------------------------------------------------------------------------

fn main() {
    const SLOTS: usize = 2;

    let server = Server::default();
    let mut queue = [3, 1, 404, 2].into_iter();
    let mut finished = 0;

    // A concrete source has a name for its future, too: this is what a slot stores.
    type Stored<'a> = <Server as Fetch>::fetch<'a>;
    let mut table = pin!(Downloads::<'_, Server, SLOTS>::new());
    assert!(size_of_val(&*table) >= SLOTS * size_of::<Stored<'_>>());

    loop {
        let now = server.now.get();

        while let Some(slot) = table.free_slot()
            && let Some(id) = queue.next()
        {
            println!("[{now}] slot {slot}: start resource {id}");
            table.as_mut().start(slot, &server, id);
        }

        let mut polled_any = false;
        for slot in 0..SLOTS {
            let Some((id, polled)) = table.as_mut().poll(slot) else { continue };
            polled_any = true;
            match polled {
                Poll::Pending => println!("[{now}] slot {slot}: resource {id} is pending"),
                Poll::Ready(Ok(data)) => {
                    println!("[{now}] slot {slot}: resource {id} is done, {} bytes", data.len());
                    finished += 1;
                }
                Poll::Ready(Err(error)) => {
                    println!("[{now}] slot {slot}: resource {id} failed: {error}");
                    finished += 1;
                }
            }
        }

        if !polled_any && !server.advance() {
            break;
        }
    }

    println!("{finished} downloads are finished at {}", server.now.get());
}
