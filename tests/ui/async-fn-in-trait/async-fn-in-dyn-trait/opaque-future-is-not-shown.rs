//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A future that happens to have the size of a pointer is not one of which the impl says so: its
// body may change.

#![feature(async_fn_in_dyn_trait, named_return_types)]
#![allow(incomplete_features, refining_impl_trait)]

use std::pin::Pin;

trait Fetch {
    async fn fetch(&self) -> usize;
}

struct IsAPointer;
impl Fetch for IsAPointer {
    fn fetch(&self) -> impl Future<Output = usize> {
        Box::pin(async { 1 })
    }
}
struct IsAsync(usize);
impl Fetch for IsAsync {
    async fn fetch(&self) -> usize {
        self.0
    }
}
/// An opaque type somewhere in it, by which the size changes.
struct Wrapper<F>(F);
impl<F: Future + Unpin> Future for Wrapper<F> {
    type Output = F::Output;
    fn poll(
        mut self: Pin<&mut Self>,
        cx: &mut std::task::Context<'_>,
    ) -> std::task::Poll<F::Output> {
        Pin::new(&mut self.0).poll(cx)
    }
}
struct Wraps;
impl Fetch for Wraps {
    fn fetch(&self) -> Wrapper<impl Future<Output = usize> + Unpin> {
        Wrapper(Box::pin(async { 1 }))
    }
}
/// Two words.
struct IsDyn;
impl Fetch for IsDyn {
    fn fetch(&self) -> Pin<Box<dyn Future<Output = usize>>> {
        Box::pin(async { 1 })
    }
}
/// Too small, and of the wrong alignment.
struct IsReady;
impl Fetch for IsReady {
    fn fetch(&self) -> Bytes {
        Bytes([0; 8])
    }
}
struct Bytes([u8; 8]);
impl Future for Bytes {
    type Output = usize;
    fn poll(self: Pin<&mut Self>, _: &mut std::task::Context<'_>) -> std::task::Poll<usize> {
        std::task::Poll::Pending
    }
}
/// In a field, by way of another trait's method: that one's body may change as well.
struct HoldsTheFuture<F: Lend + 'static>(F::lend<'static>);
impl<F: Lend> Future for HoldsTheFuture<F> {
    type Output = usize;
    fn poll(self: Pin<&mut Self>, _: &mut std::task::Context<'_>) -> std::task::Poll<usize> {
        std::task::Poll::Pending
    }
}
trait Lend {
    fn lend(&self) -> impl Sized;
}
struct Lender;
impl Lend for Lender {
    fn lend(&self) -> impl Sized {
        self
    }
}
struct IsInAField;
impl Fetch for IsInAField {
    fn fetch(&self) -> HoldsTheFuture<Lender> {
        HoldsTheFuture(Lender.lend())
    }
}
struct IsInATuple;
impl Fetch for IsInATuple {
    fn fetch(&self) -> HoldsATuple {
        HoldsATuple(([HoldsTheFuture(Lender.lend())],))
    }
}
struct HoldsATuple(([HoldsTheFuture<Lender>; 1],));
impl Future for HoldsATuple {
    type Output = usize;
    fn poll(self: Pin<&mut Self>, _: &mut std::task::Context<'_>) -> std::task::Poll<usize> {
        std::task::Poll::Pending
    }
}
/// Behind a pointer, it does not matter what it is.
struct IsBehindAPointer;
impl Fetch for IsBehindAPointer {
    fn fetch(&self) -> Pin<Box<HoldsTheFuture<Lender>>> {
        Box::pin(HoldsTheFuture(Lender.lend()))
    }
}

fn main() {
    let _: &dyn Fetch = &IsBehindAPointer;
    let _: &dyn Fetch = &IsInAField;
    //~^ ERROR the type `IsInAField` cannot be converted to a `dyn Fetch` without an adapter
    let _: &dyn Fetch = &IsInATuple;
    //~^ ERROR the type `IsInATuple` cannot be converted to a `dyn Fetch` without an adapter
    let _: &dyn Fetch = &IsAPointer;
    //~^ ERROR the type `IsAPointer` cannot be converted to a `dyn Fetch` without an adapter
    let _: &dyn Fetch = &IsAsync(1);
    //~^ ERROR the type `IsAsync` cannot be converted to a `dyn Fetch` without an adapter
    let _: &dyn Fetch = &Wraps;
    //~^ ERROR the type `Wraps` cannot be converted to a `dyn Fetch` without an adapter
    let _: &dyn Fetch = &IsDyn;
    //~^ ERROR the type `IsDyn` cannot be converted to a `dyn Fetch` without an adapter
    let _: &dyn Fetch = &IsReady;
    //~^ ERROR the type `IsReady` cannot be converted to a `dyn Fetch` without an adapter
}
