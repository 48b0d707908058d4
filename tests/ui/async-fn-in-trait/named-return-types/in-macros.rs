//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver
//@ run-pass
//@ aux-build: run_ready.rs

// A name goes through macros as any type does: as `$t:ty`, and put together from identifiers.

#![feature(named_return_types)]

extern crate run_ready;

use run_ready::run;

trait Fetch {
    async fn fetch(&self, id: u32) -> u32;
}

macro_rules! start {
    ($name:ident, $trait:ident, $method:ident) => {
        fn $name<'a, F: $trait>(f: &'a F) -> F::$method<'a>
        where
            F::$method: Sized,
        {
            f.$method(20)
        }
    };
}
start!(start_by_idents, Fetch, fetch);

macro_rules! holder {
    ($name:ident, $t:ty) => {
        struct $name<'a, F: Fetch + 'a>($t);
    };
}
holder!(Holder, Option<F::fetch<'a>>);

macro_rules! run_as {
    ($t:ty, $e:expr) => {{
        let future: $t = $e;
        run(future)
    }};
}

// A trait and its method that a macro declares, which are named outside of it.
macro_rules! declare {
    ($trait:ident, $method:ident) => {
        trait $trait {
            async fn $method(&self) -> u32;
        }
        impl $trait for u32 {
            async fn $method(&self) -> u32 {
                *self
            }
        }
    };
}
declare!(Declared, declared);

impl Fetch for u32 {
    async fn fetch(&self, id: u32) -> u32 {
        id + *self
    }
}

fn main() {
    assert_eq!(run(start_by_idents(&1)), 21);
    let mut holder = Holder::<u32>(Some(2_u32.fetch(20)));
    assert_eq!(run(holder.0.take().unwrap()), 22);
    assert_eq!(run_as!(<u32 as Fetch>::fetch<'_>, 3_u32.fetch(20)), 23);
    let declared: <u32 as Declared>::declared<'_> = 4.declared();
    assert_eq!(run(declared), 4);
}
