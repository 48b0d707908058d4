//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A pointer to an adapted value becomes one to a `dyn` wherever there is a coercion.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

extern crate run_ready;

use std::boxed::Boxing;
use std::cell::RefCell;
use std::rc::Rc;

use run_ready::run;

trait Fetch {
    async fn fetch(&self, id: u32) -> u32;
}

struct Adder(u32);
impl Fetch for Adder {
    async fn fetch(&self, id: u32) -> u32 {
        self.0 + id
    }
}

struct Client<'a> {
    source: &'a dyn Fetch,
    others: Vec<Box<dyn Fetch + 'a>>,
}

fn argument(source: &dyn Fetch) -> u32 {
    run(source.fetch(1))
}
fn returned(base: u32) -> Box<dyn Fetch> {
    Boxing::new(Box::new(Adder(base)))
}
// A type parameter has to be an implementor, and sized.
fn of_any<'a, F: Fetch + 'a>(f: F) -> Box<dyn Fetch + 'a> {
    Boxing::new(Box::new(f))
}
fn by_reference<F: Fetch>(f: &F) -> u32 {
    argument(Boxing::new(f))
}
fn opaque() -> impl Fetch {
    Adder(40)
}

fn main() {
    let adder = Adder(10);
    assert_eq!(argument(Boxing::new(&adder)), 11);
    assert_eq!(run(returned(20).fetch(1)), 21);
    assert_eq!(run(of_any(Adder(30)).fetch(1)), 31);
    assert_eq!(by_reference(&adder), 11);
    assert_eq!(argument(Boxing::new(&opaque())), 41);

    let cast = Boxing::new(&adder) as &dyn Fetch;
    assert_eq!(run(cast.fetch(2)), 12);

    let client = Client {
        source: Boxing::new(&adder),
        others: vec![Boxing::new(Box::new(Adder(50))), returned(60), of_any(Adder(70))],
    };
    assert_eq!(run(client.source.fetch(3)), 13);
    let all: Vec<u32> = client.others.iter().map(|other| run(other.fetch(0))).collect();
    assert_eq!(all, [50, 60, 70]);

    // In two steps: first a pointer to the adapter, later one to the `dyn`.
    let adapted: &Boxing<Adder> = Boxing::new(&adder);
    let source: &dyn Fetch = adapted;
    assert_eq!(run(source.fetch(4)), 14);

    // Through a type that is unsized with what is in it.
    let cell: Rc<RefCell<Box<dyn Fetch>>> = Rc::new(RefCell::new(Boxing::new(Box::new(Adder(80)))));
    *cell.borrow_mut() = returned(90);
    assert_eq!(run(async { cell.borrow().fetch(1).await }), 91);

    // A raw pointer.
    let raw: *const dyn Fetch = Boxing::new(&adder) as *const Boxing<Adder>;
    // SAFETY: `adder` lives on.
    assert_eq!(run(unsafe { &*raw }.fetch(5)), 15);
}
