//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver
//@ run-pass
//@ aux-build: run_ready.rs

// The name of a supertrait's method, through any number of supertraits, generic or higher-ranked
// ones, and through a bound on `Self`.

#![feature(named_return_types)]
#![allow(dead_code)]

extern crate run_ready;

use run_ready::run;

trait Fetch {
    async fn fetch(&self) -> u32;
}
trait Named: Fetch {
    fn name(&self) -> String;
}
trait Cached: Named {
    fn cached(&self) -> Option<u32>;
    fn refresh(&self) -> Self::fetch<'_> {
        self.fetch()
    }
}
trait Codec<T> {
    async fn decode(&self, t: &T) -> u32;
}
trait ByteCodec: Codec<u8> {}

fn assert_send<T: Send>(t: T) -> T {
    t
}

fn by_path<C: Cached + Sync>(cached: &C) -> C::fetch<'_>
where
    C::fetch: Send,
{
    assert_send(cached.refresh())
}
fn by_constraint(cached: impl Cached<fetch: Send>) -> u32 {
    run(assert_send(cached.fetch()))
}
fn of_generic_supertrait<'a, B: ByteCodec<decode: Send>>(b: &'a B, t: &'a u8) -> B::decode<'a, 'a> {
    assert_send(b.decode(t))
}

struct One;
impl Fetch for One {
    async fn fetch(&self) -> u32 {
        1
    }
}
impl Named for One {
    fn name(&self) -> String {
        "one".into()
    }
}
impl Cached for One {
    fn cached(&self) -> Option<u32> {
        None
    }
}
impl Codec<u8> for One {
    async fn decode(&self, t: &u8) -> u32 {
        u32::from(*t)
    }
}
impl ByteCodec for One {}

fn main() {
    assert_eq!(run(by_path(&One)), 1);
    assert_eq!(by_constraint(One), 1);
    assert_eq!(run(of_generic_supertrait(&One, &7)), 7);
}
