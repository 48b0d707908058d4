//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A pointer implements the trait where it has the supertraits, with the same associated types.

#![feature(async_auto_trait_bounds, async_fn_in_dyn_trait, dyn_trait_impls, return_type_notation)]
#![allow(incomplete_features)]

extern crate run_ready;

use std::borrow::dyn_trait;
use std::boxed::Boxing;
use std::fmt::Debug;
use std::rc::Rc;
use std::sync::Arc;

use run_ready::run;

// As in `embedded-hal-async`.
trait ErrorType {
    type Error: Debug;
}

impl<T: ErrorType + ?Sized> ErrorType for &mut T {
    type Error = T::Error;
}

#[dyn_trait]
trait Named {
    type Name: Debug + PartialEq<&'static str>;
    fn name(&self) -> Self::Name;
}

#[dyn_trait]
trait Read: ErrorType {
    async fn read(&mut self) -> Result<u8, Self::Error>;
}

#[dyn_trait]
trait Base: Named + Debug + Send + 'static {
    async fn base(&self, name: &Self::Name) -> u32;
}

#[dyn_trait]
trait Keyed<K: ?Sized> {
    fn as_key(&self) -> &K;
}

#[dyn_trait]
trait Derived<K: ?Sized>: Base<Name = &'static str> + Keyed<K> {
    async fn derived(&self, name: Self::Name) -> u32;
    fn key<'a>(&'a self) -> &'a K
    where
        Self::Name: Copy,
    {
        self.as_key()
    }
}

trait Merge<Other: ?Sized> {
    type Merged;
    fn merged(&self) -> Self::Merged;
}

// `Self` among a supertrait's arguments is the pointer, and what it points to.
#[dyn_trait]
trait MergeSelf: Merge<Self> {
    fn merge_self(&self) -> Self::Merged;
}

impl<T: Merge<T>> Merge<Box<T>> for Box<T> {
    type Merged = T::Merged;
    fn merged(&self) -> T::Merged {
        (**self).merged()
    }
}

impl Merge<u8> for u8 {
    type Merged = u16;
    fn merged(&self) -> u16 {
        *self as u16
    }
}

impl MergeSelf for u8 {
    fn merge_self(&self) -> u16 {
        self.merged()
    }
}

fn merge<M: MergeSelf>(m: M) -> M::Merged {
    m.merge_self()
}

#[dyn_trait]
trait Sendable: Sync + async Send {
    async fn go(&self) -> u32;
}

#[dyn_trait]
trait Numbers: Iterator<Item: Into<u64>> {
    fn sum_up(&mut self) -> u64;
    fn first(&mut self) -> Option<Self::Item>;
}

#[derive(Debug)]
struct Value;

impl ErrorType for Value {
    type Error = String;
}
impl Read for Value {
    async fn read(&mut self) -> Result<u8, String> {
        Ok(1)
    }
}
impl Named for Value {
    type Name = &'static str;
    fn name(&self) -> &'static str {
        "value"
    }
}
impl Base for Value {
    async fn base(&self, name: &&'static str) -> u32 {
        name.len() as u32
    }
}
impl Keyed<str> for Value {
    fn as_key(&self) -> &str {
        "key"
    }
}
impl Derived<str> for Value {
    async fn derived(&self, name: &'static str) -> u32 {
        name.len() as u32 + 1
    }
}
impl Sendable for Value {
    async fn go(&self) -> u32 {
        7
    }
}
impl<I: Iterator<Item = u32>> Numbers for std::iter::Take<I> {
    fn sum_up(&mut self) -> u64 {
        self.map(u64::from).sum()
    }
    fn first(&mut self) -> Option<u32> {
        self.next()
    }
}

fn read<R: Read>(mut r: R) -> Result<u8, R::Error> {
    run(r.read())
}

fn base<B: Base>(b: B) -> u32 {
    let name = b.name();
    assert_eq!(name, "value");
    run(b.base(&name))
}

fn derived<D: Derived<str>>(d: D) -> u32 {
    assert_eq!(d.key(), "key");
    base_ref(&d) + run(d.derived("ab"))
}

fn base_ref<B: Base>(b: &B) -> u32 {
    run(b.base(&b.name()))
}

fn sendable(s: impl Sendable + Send + 'static) -> u32 {
    std::thread::spawn(move || run(s.go())).join().unwrap()
}

fn numbers<N: Numbers>(mut n: N) -> u64 {
    n.first().unwrap().into() + n.sum_up()
}

fn main() {
    assert_eq!(read(&mut Value), Ok(1));
    // A pointer to a pointer.
    assert_eq!(read(&mut &mut Value), Ok(1));

    assert_eq!(base(Box::new(Value)) + base(&Value) + base(Arc::new(Value)), 15);
    let object: Box<dyn Base<Name = &'static str>> = Boxing::new(Box::new(Value));
    assert_eq!(base(object), 5);

    assert_eq!(derived(Box::new(Value)) + derived(&Value), 16);
    let object: Box<dyn Derived<str, Name = &'static str>> = Boxing::new(Box::new(Value));
    assert_eq!(derived(object), 8);

    assert_eq!(sendable(Box::new(Value)) + sendable(Arc::new(Value)) + sendable(&Value), 21);

    let mut iter = [1_u32, 2, 3].into_iter().take(2);
    assert_eq!(numbers(&mut iter), 3);
    assert_eq!(numbers(Box::new([1_u32, 2].into_iter().take(2))), 3);
    let _ = |rc: Rc<Value>| rc.name();

    assert_eq!(merge(Box::new(5_u8)), 5);
}
