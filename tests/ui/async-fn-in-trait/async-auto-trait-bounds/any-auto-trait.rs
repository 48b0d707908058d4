//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver
//@ check-pass

// Any auto trait will do, several at once, and those that a person declares.

#![feature(async_auto_trait_bounds, auto_traits, negative_impls)]

use std::panic::UnwindSafe;

auto trait Mine {}
struct NotMine;
impl !Mine for NotMine {}

mod inner {
    pub auto trait Theirs {}
}

trait Database {
    async fn get(&self) -> u8;
}
impl Database for u8 {
    async fn get(&self) -> u8 {
        let not_mine = NotMine;
        drop(not_mine);
        0
    }
}

fn assert<T: Send + Sync + Unpin + UnwindSafe + Mine + inner::Theirs>(_: T) {}
fn several<D>(d: &D)
where
    D: Database
        + async Send
        + async Sync
        + async Unpin
        + async UnwindSafe
        + async Mine
        + async inner::Theirs,
{
    assert(d.get());
}

fn before_the_trait<D: async Send + Database>(d: &D) {
    fn assert<T: Send>(_: T) {}
    assert(d.get());
}

fn concrete<D: Database + async Mine + async Send>(_: D) {}
fn main() {
    let _ = several::<Never>;
    concrete(0_u8);
}

enum Never {}
impl Database for Never {
    #[allow(refining_impl_trait)]
    fn get(&self) -> std::future::Ready<u8> {
        match *self {}
    }
}
