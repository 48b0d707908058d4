//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A supertrait's bound on its futures holds for the subtrait's `dyn`, and a promise can be about a
// supertrait's method.

#![feature(async_fn_in_dyn_trait, return_type_notation)]
#![allow(incomplete_features)]

extern crate run_ready;

use std::boxed::Boxing;
use std::thread;

use run_ready::run;

trait Fetch {
    async fn fetch(&self, id: u32) -> u32;
    async fn other(&self) -> u32;
}
trait SendFetch: Fetch<fetch(..): Send> + Send + Sync {}
impl<F: Fetch<fetch(..): Send> + Send + Sync> SendFetch for F {}

// One level more, with an own method.
trait Client: SendFetch {
    async fn run(&self) -> u32 {
        self.fetch(1).await
    }
}

struct Adder(u32);
impl Fetch for Adder {
    async fn fetch(&self, id: u32) -> u32 {
        self.0 + id
    }
    async fn other(&self) -> u32 {
        let not_send = std::rc::Rc::new(self.0);
        std::future::ready(()).await;
        *not_send
    }
}
impl Client for Adder {}

// What the trait itself declares.
trait Declared {
    fn declared(&self) -> impl Future<Output = u32> + Send;
}
impl Declared for Adder {
    async fn declared(&self) -> u32 {
        self.0
    }
}

fn spawn<F: Future<Output = u32> + Send + 'static>(future: F) -> u32 {
    thread::spawn(move || run(future)).join().unwrap()
}
fn assert_send<T: Send>(t: T) -> T {
    t
}

fn generic<F: ?Sized + Fetch>(f: &F) -> u32
where
    F::fetch(..): Send,
{
    run(assert_send(f.fetch(5)))
}

fn main() {
    let boxed: Box<dyn SendFetch> = Boxing::new(Box::new(Adder(1)));
    assert_eq!(spawn(async move { boxed.fetch(1).await }), 2);

    let boxed: Box<dyn Client> = Boxing::new(Box::new(Adder(2)));
    assert_eq!(spawn(async move { boxed.fetch(1).await }), 3);
    let boxed: Box<dyn Client<run(..): Send>> = Boxing::new(Box::new(Adder(3)));
    assert_eq!(spawn(async move { boxed.fetch(1).await + boxed.run().await }), 8);

    // Upcast: the subtrait's promise is kept, where it is asked for.
    let boxed: Box<dyn Client<run(..): Send>> = Boxing::new(Box::new(Adder(4)));
    let boxed: Box<dyn Client> = boxed;
    assert_eq!(generic(&*boxed), 9);
    let boxed: Box<dyn SendFetch> = boxed;
    let promises: Box<dyn Fetch<fetch(..): Send>> = boxed;
    assert_eq!(generic(&*promises), 9);
    let plain: Box<dyn Fetch> = promises;
    assert_eq!(run(plain.fetch(1)), 5);
    assert_eq!(run(plain.other()), 4);

    let declared: &dyn Declared = Boxing::new(&Adder(6));
    assert_eq!(run(assert_send(declared.declared())), 6);
}
