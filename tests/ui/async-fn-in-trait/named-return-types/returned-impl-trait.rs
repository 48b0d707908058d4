//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver
//@ run-pass

// A method that returns another `impl Trait` than a future gives its name to that type, too.

#![feature(named_return_types)]
#![allow(refining_impl_trait)]

trait Collection {
    fn items(&self) -> impl Iterator<Item = u8> + Clone;
    fn pairs<'a>(&'a self) -> impl Iterator<Item = (u8, u8)> + use<'a, Self> {
        self.items().zip(self.items())
    }
    fn parenthesized(&self) -> (impl Sized);
}

struct Pair<'a, C: Collection + 'a>(C::items<'a>, C::pairs<'a>);

fn both<C: Collection>(c: &C) -> Pair<'_, C> {
    Pair(c.items(), c.pairs())
}
fn parenthesized<C: Collection>(c: &C) -> C::parenthesized<'_> {
    c.parenthesized()
}

fn double_ended<C: Collection>(c: &C) -> Vec<u8>
where
    C::items: DoubleEndedIterator,
{
    c.items().rev().collect()
}

impl Collection for [u8; 3] {
    fn items(&self) -> impl Iterator<Item = u8> + Clone + DoubleEndedIterator {
        self.iter().copied()
    }
    fn parenthesized(&self) -> (impl Sized) {}
}

fn main() {
    let Pair(items, pairs) = both(&[1, 2, 3]);
    assert_eq!(items.clone().count() + pairs.count(), 6);
    assert_eq!(double_ended(&[1, 2, 3]), [3, 2, 1]);
    parenthesized(&[1, 2, 3]);
}
