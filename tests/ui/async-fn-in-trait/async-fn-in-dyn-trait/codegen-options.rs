//@ run-pass
//@ aux-build: database.rs
//@ no-prefer-dynamic
//@ edition: 2024
//@ revisions: opt0 opt3 v0 legacy debuginfo share fat units thin mir4 next
//@[opt0] compile-flags: -Copt-level=0
//@[opt3] compile-flags: -Copt-level=3
//@[v0] compile-flags: -Csymbol-mangling-version=v0
//@[legacy] compile-flags: -Csymbol-mangling-version=legacy -Zunstable-options
//@[debuginfo] compile-flags: -Cdebuginfo=2
//@[share] compile-flags: -Zshare-generics=y
//@[fat] compile-flags: -Clto=fat
//@[thin] compile-flags: -Clto=thin -Copt-level=2
//@[units] compile-flags: -Ccodegen-units=16 -Clink-dead-code
//@[mir4] compile-flags: -Zmir-opt-level=4 -Zvalidate-mir -Zinline-mir
//@[next] compile-flags: -Znext-solver=globally -Copt-level=3 -Csymbol-mangling-version=v0

// The same program gives the same answer, however it is compiled.

#![feature(async_fn_in_dyn_trait, return_type_notation)]
#![allow(incomplete_features, refining_impl_trait)]

extern crate database;

use std::boxed::Boxing;
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use database::{Database, Memory};

trait Fetch<T> {
    async fn fetch(&mut self, by: T) -> T;
    async fn unused(&self, by: T) -> Vec<T> {
        vec![by]
    }
}
trait Sub<T>: Fetch<T> {
    async fn shared(self: Rc<Self>) -> Option<T>;
    fn sync(&self) -> u8;
}

struct Number<T>(T);
impl<T: Copy + std::ops::AddAssign> Fetch<T> for Number<T> {
    async fn fetch(&mut self, by: T) -> T {
        self.0 += by;
        self.0
    }
}
impl<T: Copy + std::ops::AddAssign> Sub<T> for Number<T> {
    async fn shared(self: Rc<Self>) -> Option<T> {
        Some(self.0)
    }
    fn sync(&self) -> u8 {
        8
    }
}
struct Plain;
impl<T: 'static> Fetch<T> for Plain {
    fn fetch(&mut self, by: T) -> Pin<Box<impl Future<Output = T>>> {
        Box::pin(async move { by })
    }
    fn unused(&self, by: T) -> Pin<Box<impl Future<Output = Vec<T>>>> {
        Box::pin(async move { vec![by] })
    }
}

// The same names in several types: two implementors in one function's bodies.
fn local(first: bool) -> Box<dyn Fetch<u8>> {
    if first {
        struct Local;
        impl Fetch<u8> for Local {
            async fn fetch(&mut self, by: u8) -> u8 {
                by + 1
            }
        }
        Boxing::new(Box::new(Local))
    } else {
        struct Local;
        impl Fetch<u8> for Local {
            async fn fetch(&mut self, by: u8) -> u8 {
                by + 2
            }
        }
        Boxing::new(Box::new(Local))
    }
}

fn run<F: Future>(future: F) -> F::Output {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(output) => output,
        Poll::Pending => panic!("it never waits"),
    }
}

fn main() {
    let mut all: Vec<Box<dyn Fetch<u64>>> =
        vec![Boxing::new(Box::new(Number(1_u64))), Box::new(Plain)];
    let sums: Vec<u64> = all.iter_mut().map(|fetch| run(fetch.fetch(5))).collect();
    assert_eq!(sums, [6, 5]);
    assert_eq!(run(all[0].unused(1)), [1]);
    let mut float: Box<dyn Sub<f32>> = Boxing::new(Box::new(Number(1.5)));
    assert_eq!(run(float.fetch(1.0)), 2.5);
    assert_eq!(float.sync(), 8);
    assert_eq!(run(Rc::<dyn Sub<f32>>::from(float).shared()), Some(2.5));
    assert_eq!(run(local(true).fetch(1)) + run(local(false).fetch(1)), 5);

    let memory = Memory::default();
    let promises: &dyn Database<Error = String, get(..): Send> = Boxing::new(&memory);
    assert_eq!(run(promises.get("key")), Ok(None));
    assert_eq!(run(database::example().count()), 2);
    let mut memory = Memory::default();
    assert_eq!(run(database::fill(&mut memory, &["one"])), 1);
    assert_eq!(run(database::erase(memory).count()), 1);
}
