//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver
//@ run-pass
//@ aux-build: run_ready.rs

// Traits with parameters of their own, and methods with type and const parameters: lifetimes first,
// then the types and constants.

#![feature(named_return_types)]

extern crate run_ready;

use run_ready::run;

trait Store<'s, K, const SHARDS: usize> {
    async fn get<V: Clone, const N: usize>(&self, key: &K, default: &'s [V; N]) -> V;
    async fn len(&self) -> usize;
}

struct First;
impl<'s, K, const SHARDS: usize> Store<'s, K, SHARDS> for First {
    async fn get<V: Clone, const N: usize>(&self, _: &K, default: &'s [V; N]) -> V {
        default[N - 1].clone()
    }
    async fn len(&self) -> usize {
        SHARDS
    }
}

struct Lookup<'a, 's, S: Store<'s, String, 4> + 'a> {
    future: S::get<'a, 'a, u8, 2>,
    len: <S as Store<'s, String, 4>>::len<'a>,
}

fn lookup<'a, 's, S: Store<'s, String, 4>>(
    store: &'a S,
    key: &'a String,
    default: &'s [u8; 2],
) -> Lookup<'a, 's, S> {
    Lookup { future: store.get(key, default), len: store.len() }
}

fn inferred<'a, S: Store<'a, u8, 1>>(store: &'a S, default: &'a [u16; 3]) -> u16 {
    let future: S::get<'_, '_, _, _> = store.get(&0, default);
    run(future)
}

fn bounded<'s, S>(_: S)
where
    S: Store<'s, String, 4>,
    S::get<String, 1>: Send,
    S: Store<'s, String, 4, get<u8, 2>: Send, len: Send>,
{
}

fn main() {
    let key = String::new();
    let Lookup { future, len } = lookup(&First, &key, &[1, 2]);
    assert_eq!((run(future), run(len)), (2, 4));
    assert_eq!(inferred(&First, &[5, 6, 7]), 7);
    bounded(First);
}
