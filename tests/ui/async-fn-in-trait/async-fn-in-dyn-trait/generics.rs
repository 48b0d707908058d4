//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// Generic traits, associated types and constant parameters of a `dyn` with futures.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

extern crate run_ready;

use std::boxed::Boxing;
use std::fmt::Debug;

use run_ready::run;

trait Source<Key> {
    type Item;
    async fn next(&mut self, key: Key) -> Option<Self::Item>;
}

struct Repeat<T>(T, u32);
impl<T: Clone> Source<u32> for Repeat<T> {
    type Item = Vec<T>;
    async fn next(&mut self, key: u32) -> Option<Vec<T>> {
        self.1 = self.1.checked_sub(key)?;
        Some(vec![self.0.clone(); key as usize])
    }
}
impl<'k, T: Clone> Source<&'k str> for Repeat<T> {
    type Item = (&'k str, T);
    async fn next(&mut self, key: &'k str) -> Option<(&'k str, T)> {
        Some((key, self.0.clone()))
    }
}

async fn collect<K: Clone, T>(source: &mut dyn Source<K, Item = T>, key: K) -> Vec<T> {
    let mut all = vec![];
    while let Some(item) = source.next(key.clone()).await {
        all.push(item);
    }
    all
}

trait Blocks<const N: usize> {
    async fn read(&self, at: usize) -> [u8; N];
}
struct Bytes(Vec<u8>);
impl<const N: usize> Blocks<N> for Bytes {
    async fn read(&self, at: usize) -> [u8; N] {
        std::array::from_fn(|i| self.0[at + i])
    }
}
async fn read<const N: usize>(blocks: &dyn Blocks<N>) -> [u8; N] {
    blocks.read(1).await
}

// An associated type with a bound, and one that is in an argument.
trait Codec {
    type In<'a>
    where
        Self: Sized;
    type Error: Debug;
    async fn decode(&self, input: &[u8]) -> Result<String, Self::Error>;
}
struct Utf8;
impl Codec for Utf8 {
    type In<'a> = &'a u8;
    type Error = std::string::FromUtf8Error;
    async fn decode(&self, input: &[u8]) -> Result<String, Self::Error> {
        String::from_utf8(input.to_vec())
    }
}
async fn decode<E: Debug>(codec: &dyn Codec<Error = E>, input: &[u8]) -> String {
    match codec.decode(input).await {
        Ok(output) => output,
        Err(error) => format!("{error:?}"),
    }
}

// An associated type that is fixed by a supertrait's bound.
trait Numbers: Source<u32, Item = Vec<u8>> {}
impl Numbers for Repeat<u8> {}

// Generic over the trait's parameter, and over the implementor.
fn erase<'a, K: 'a, S>(source: S) -> Box<dyn Source<K, Item = S::Item> + 'a>
where
    S: Source<K> + 'a,
{
    Boxing::new(Box::new(source))
}

fn main() {
    let mut source = Repeat('x', 5);
    assert_eq!(run(collect::<u32, _>(Boxing::new(&mut source), 2)), [['x', 'x'], ['x', 'x']]);
    let key = String::from("key");
    let mut borrowed = erase::<&str, _>(Repeat(1, 1));
    assert_eq!(run(borrowed.next(&key)), Some(("key", 1)));

    let bytes = Bytes(vec![1, 2, 3, 4]);
    assert_eq!(run(read::<2>(Boxing::new(&bytes))), [2, 3]);
    assert_eq!(run(read::<3>(Boxing::new(&bytes))), [2, 3, 4]);

    assert_eq!(run(decode(Boxing::new(&Utf8), b"text")), "text");
    assert!(run(decode(Boxing::new(&Utf8), b"\xff")).starts_with("FromUtf8Error"));

    let mut numbers: Box<dyn Numbers> = Boxing::new(Box::new(Repeat(7, 3)));
    assert_eq!(run(numbers.next(3)), Some(vec![7, 7, 7]));
    assert_eq!(run(numbers.next(1)), None);
}
