//@ run-pass
//@ edition: 2021
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A `dyn` with a promise in signatures that have projections in them, and what they return.

#![feature(async_fn_in_dyn_trait, return_type_notation)]
#![allow(dead_code, incomplete_features)]
#![warn(impl_trait_overcaptures)]

use std::boxed::Boxing;
use std::future::Future;

trait Takes<T> {
    type Given;
    async fn take(&self, taken: T) -> Self::Given;
}
struct Twice;
impl Takes<u8> for Twice {
    type Given = u16;
    async fn take(&self, taken: u8) -> u16 {
        2 * u16::from(taken)
    }
}

fn argument<I: Iterator>(_: &dyn Takes<I::Item, Given = I::Item, take(..): Send>) {}
fn returned<I: Iterator<Item = u8>>(
    _: I,
) -> Box<dyn Takes<I::Item, Given = u16, take(..): Send>> {
    Boxing::new(Box::new(Twice))
}
fn beside_impl_trait<'a, I: Iterator>(
    takes: &'a dyn Takes<I::Item, Given = u16, take(..): Send>,
    taken: I::Item,
) -> impl Future<Output = u16> + 'a
where
    I::Item: 'a,
{
    takes.take(taken)
}
trait Uses {
    type Item;
    async fn uses(&self, takes: &dyn Takes<Self::Item, Given = u8, take(..): Send>);
}

fn main() {
    let takes = returned([1_u8].into_iter());
    let mut future = std::pin::pin!(beside_impl_trait::<std::vec::IntoIter<u8>>(&*takes, 3));
    let mut cx = std::task::Context::from_waker(std::task::Waker::noop());
    assert_eq!(future.as_mut().poll(&mut cx), std::task::Poll::Ready(6));
}
