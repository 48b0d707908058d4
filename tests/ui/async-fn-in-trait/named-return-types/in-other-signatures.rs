//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver
//@ run-pass
//@ aux-build: run_ready.rs

// The name of one method's future in the signature of another: in traits, impls and defaults, which
// check it as the type that it is and not as an `impl Trait` of their own.

#![feature(named_return_types)]

extern crate run_ready;

use run_ready::run;

trait Fetch {
    async fn fetch(&self) -> u32;
}

trait Starter<F: Fetch> {
    fn start<'f>(&self, f: &'f F) -> F::fetch<'f>;
    fn boxed<'f>(&self, f: &'f F) -> Box<F::fetch<'f>>
    where
        F: 'f,
    {
        Box::new(self.start(f))
    }
    async fn and_wait<'f>(&self, future: F::fetch<'f>) -> u32
    where
        F: 'f,
    {
        future.await
    }
    fn nested<'f>(&self, future: F::fetch<'f>) -> impl Future<Output = F::fetch<'f>>
    where
        F: 'f,
    {
        async { future }
    }
}

struct Direct;
impl<F: Fetch> Starter<F> for Direct {
    fn start<'f>(&self, f: &'f F) -> F::fetch<'f> {
        f.fetch()
    }
}
struct Overriding;
impl Starter<One> for Overriding {
    fn start<'f>(&self, f: &'f One) -> <One as Fetch>::fetch<'f> {
        f.fetch()
    }
    async fn and_wait(&self, future: <One as Fetch>::fetch<'_>) -> u32 {
        future.await + 1
    }
    async fn nested<'f>(&self, future: <One as Fetch>::fetch<'f>) -> <One as Fetch>::fetch<'f> {
        future
    }
}

// `Starter` without its async methods: nothing here depends on what `Self` is, so there is a `dyn`.
trait DynStarter<F: Fetch> {
    fn start<'f>(&self, f: &'f F, other: F::fetch<'f>) -> F::fetch<'f>;
}
impl<F: Fetch> DynStarter<F> for Direct {
    fn start<'f>(&self, _: &'f F, other: F::fetch<'f>) -> F::fetch<'f> {
        other
    }
}

struct One;
impl Fetch for One {
    async fn fetch(&self) -> u32 {
        1
    }
}

fn use_it(s: &impl Starter<One>) -> u32 {
    run(s.start(&One))
        + run(Box::into_pin(s.boxed(&One)))
        + run(s.and_wait(s.start(&One)))
        + run(run(s.nested(One.fetch())))
}

fn main() {
    assert_eq!(use_it(&Direct), 4);
    assert_eq!(use_it(&Overriding), 5);
    let starter: &dyn DynStarter<One> = &Direct;
    assert_eq!(run(starter.start(&One, One.fetch())), 1);
}
