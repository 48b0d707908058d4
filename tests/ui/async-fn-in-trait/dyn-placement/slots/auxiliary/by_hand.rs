//@ edition: 2024

// What `dyn_in!` makes of a call, written by hand: so that the library can be tested by itself.

#![feature(dyn_placement)]

use std::alloc::Layout;
use std::future::UnappliedCall;
use std::marker::PhantomData;
use std::pin::Pin;
use std::ptr::NonNull;
use std::task::{Context, Poll, Waker};

/// `f.m(args)` on a sized receiver: the future's own type.
pub struct Sized<F>(pub F);

// SAFETY: it writes a `Fut`.
unsafe impl<F: FnOnce() -> Fut, Fut: Future> UnappliedCall for Sized<F> {
    type Pointee = Fut;

    fn layout(&self) -> Layout {
        Layout::new::<Fut>()
    }

    fn name() -> &'static str {
        std::any::type_name::<F>()
    }

    unsafe fn write(self, memory: NonNull<u8>) -> NonNull<Fut> {
        let future = memory.cast::<Fut>();
        // SAFETY: as the caller says.
        unsafe { future.write((self.0)()) };
        future
    }
}

/// `f.m(args)` on a `dyn`, known to the optimizer.
pub struct Dyn<'c, F, O>(F, PhantomData<(&'c (), O)>);

pub fn dynamic<'c, F: FnOnce() -> Fut, Fut: Future>(f: F) -> Dyn<'c, F, Fut::Output>
where
    Fut: 'c,
{
    Dyn(f, PhantomData)
}

// SAFETY: it writes a `Fut`.
unsafe impl<'c, F: FnOnce() -> Fut, Fut: Future + 'c> UnappliedCall for Dyn<'c, F, Fut::Output> {
    type Pointee = dyn Future<Output = Fut::Output> + 'c;

    fn layout(&self) -> Layout {
        Layout::new::<Fut>()
    }

    fn name() -> &'static str {
        "<dyn Fetch as Fetch>::fetch"
    }

    unsafe fn write(self, memory: NonNull<u8>) -> NonNull<Self::Pointee> {
        let future = memory.cast::<Fut>().as_ptr();
        // SAFETY: as the caller says.
        unsafe {
            future.write((self.0)());
            NonNull::new_unchecked(future as *mut (dyn Future<Output = Fut::Output> + 'c))
        }
    }
}

/// `f.m(args)` on a `dyn`, as it really is: a layout and a function from a vtable.
pub struct Opaque<'a, A> {
    pub layout: Layout,
    pub call: unsafe fn(A, NonNull<u8>) -> NonNull<dyn Future<Output = u32> + Send + 'a>,
    pub args: A,
}

// SAFETY: that is up to who makes one.
unsafe impl<'a, A> UnappliedCall for Opaque<'a, A> {
    type Pointee = dyn Future<Output = u32> + Send + 'a;

    fn layout(&self) -> Layout {
        self.layout
    }

    fn name() -> &'static str {
        "<dyn Fetch as Fetch>::fetch"
    }

    unsafe fn write(self, memory: NonNull<u8>) -> NonNull<Self::Pointee> {
        // SAFETY: as the caller says.
        unsafe { (self.call)(self.args, memory) }
    }
}

/// A future too large for a small stack, which is written piece by piece where it stays.
pub struct Large<const N: usize> {
    bytes: [u8; N],
}

impl<const N: usize> Future for Large<N> {
    type Output = u32;

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<u32> {
        Poll::Ready(u32::from(self.bytes[0]) + u32::from(self.bytes[N - 1]))
    }
}

impl<const N: usize> Drop for Large<N> {
    fn drop(&mut self) {
        assert_eq!(self.bytes[N / 2], 1);
    }
}

pub fn large<'a, const N: usize>() -> Opaque<'a, u8> {
    unsafe fn call<'a, const N: usize>(
        byte: u8,
        memory: NonNull<u8>,
    ) -> NonNull<dyn Future<Output = u32> + Send + 'a> {
        let future = memory.cast::<Large<N>>().as_ptr();
        // SAFETY: as the caller says.
        unsafe {
            (&raw mut (*future).bytes).cast::<u8>().write_bytes(byte, N);
            NonNull::new_unchecked(future as *mut (dyn Future<Output = u32> + Send + 'a))
        }
    }
    Opaque { layout: Layout::new::<Large<N>>(), call: call::<N>, args: 1 }
}

/// Polls until it is ready.
pub fn run<F: Future>(future: F) -> F::Output {
    let mut future = std::pin::pin!(future);
    loop {
        let cx = &mut Context::from_waker(Waker::noop());
        if let Poll::Ready(output) = future.as_mut().poll(cx) {
            return output;
        }
    }
}

/// Pending once, so that what is alive here is part of the future.
pub async fn once() {
    let mut ready = false;
    std::future::poll_fn(|_| {
        if std::mem::replace(&mut ready, true) { Poll::Ready(()) } else { Poll::Pending }
    })
    .await
}
