//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally
//@ run-pass

// A `dyn` of a type whose declared future is like a pointer is made in the body that returns it, or
// says what is in a field of it.

#![feature(async_fn_in_dyn_trait, refine, return_type_notation)]
#![allow(incomplete_features)]

use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

trait Count {
    async fn count(&self) -> u32;
}
struct Down(u32);
impl Count for Down {
    #[refine]
    fn count(&self) -> Pin<Box<impl Future<Output = u32>>> {
        let n = self.0;
        Box::pin(async move {
            if n == 0 {
                return 0;
            }
            let less: Box<dyn Count> = Box::new(Down(n - 1));
            less.count().await + 1
        })
    }
}

struct InField(Pin<Box<two()>>);
impl Future for InField {
    type Output = u32;
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<u32> {
        self.0.as_mut().poll(cx)
    }
}
struct ByField;
impl Count for ByField {
    #[refine]
    fn count(&self) -> InField {
        InField(Box::pin(two()))
    }
}
async fn two() -> u32 {
    let _: &dyn Count = &ByField;
    2
}

fn main() {
    let count = pin!(Down(5).count());
    assert_eq!(count.poll(&mut Context::from_waker(Waker::noop())), Poll::Ready(5));
    let by_field: &dyn Count = &ByField;
    let count = pin!(by_field.count());
    assert_eq!(count.poll(&mut Context::from_waker(Waker::noop())), Poll::Ready(2));
}
