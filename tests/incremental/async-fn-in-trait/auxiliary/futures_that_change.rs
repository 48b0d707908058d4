// The program of `dyn-futures-after-a-change.rs`, for both trait solvers.

use std::boxed::Boxing;
use std::future::{Ready, ready};
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

trait Base {
    async fn base(&self) -> u32;
}
trait Fetch: Base {
    #[cfg(rpass4)]
    async fn another(&self) -> u32 {
        9
    }
    async fn fetch(&mut self, id: u32) -> u32;
}

struct Adder(u32);
impl Base for Adder {
    async fn base(&self) -> u32 {
        self.0
    }
}
impl Fetch for Adder {
    // The body changes.
    #[cfg(rpass1)]
    async fn fetch(&mut self, id: u32) -> u32 {
        self.0 += id;
        self.0
    }
    #[cfg(not(rpass1))]
    async fn fetch(&mut self, id: u32) -> u32 {
        let large = [id; 64];
        ready(()).await;
        self.0 += large[63] + 1;
        self.0
    }
}

struct Other;
impl Base for Other {
    async fn base(&self) -> u32 {
        1
    }
}
impl Fetch for Other {
    // The type changes, and with it whether the method needs an adapter.
    #[cfg(any(rpass1, rpass2))]
    fn fetch(&mut self, id: u32) -> Pin<Box<Ready<u32>>> {
        Box::pin(ready(id))
    }
    #[cfg(not(any(rpass1, rpass2)))]
    fn fetch(&mut self, id: u32) -> Ready<u32> {
        ready(id + 1)
    }
}

#[cfg(any(rpass1, rpass2, rpass3))]
type DynFetch = dyn Fetch;
#[cfg(rpass4)]
type DynFetch = dyn Fetch<fetch(..): Send>;

fn make() -> [Box<DynFetch>; 2] {
    [Boxing::new(Box::new(Adder(1))), Boxing::new(Box::new(Other))]
}

fn run<F: Future>(future: F) -> F::Output {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(output) => output,
        Poll::Pending => panic!("it never waits"),
    }
}

pub fn main() {
    let [mut adder, mut other] = make();
    let added = if cfg!(rpass1) { 3 } else { 4 };
    assert_eq!(run(adder.fetch(2)), added);
    assert_eq!(run(adder.base()), added);
    assert_eq!(run(other.fetch(2)), if cfg!(any(rpass1, rpass2)) { 2 } else { 3 });
    let base: Box<dyn Base> = other;
    assert_eq!(run(base.base()), 1);
    #[cfg(rpass4)]
    assert_eq!(run(adder.another()), 9);
}
