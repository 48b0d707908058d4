//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// The method whose futures are not what is promised is named, and what makes them so.

#![feature(async_fn_in_dyn_trait, return_type_notation)]
#![allow(incomplete_features, refining_impl_trait)]

use std::boxed::Boxing;
use std::pin::Pin;
use std::rc::Rc;

trait Fetch {
    async fn connect(&mut self);
    async fn fetch(&mut self, id: u32) -> u32;
}

struct Cached(Rc<u32>);
impl Fetch for Cached {
    async fn connect(&mut self) {}
    async fn fetch(&mut self, id: u32) -> u32 {
        let cache = self.0.clone();
        std::future::ready(()).await;
        id + *cache
    }
}

/// Neither is a type that the implementation writes.
struct Boxed;
impl Fetch for Boxed {
    async fn connect(&mut self) {}
    fn fetch(&mut self, id: u32) -> Pin<Box<dyn Future<Output = u32>>> {
        Box::pin(async move { id })
    }
}

fn of_parameter<T: Fetch + 'static>(t: T) -> Box<dyn Fetch<connect(..): Send, fetch(..): Send>> {
    Boxing::new(Box::new(t))
    //~^ ERROR cannot be sent between threads safely
    //[current]~| ERROR cannot be sent between threads safely
}
// Nothing is wrong with the futures here.
fn itself<T: Fetch<fetch(..): Send> + 'static>(t: T) -> Box<dyn Fetch<fetch(..): Send> + Send> {
    Boxing::new(Box::new(t))
    //~^ ERROR `T` cannot be sent between threads safely
}
struct Fine(Rc<u32>);
impl Fetch for Fine {
    async fn connect(&mut self) {}
    #[allow(refining_impl_trait)]
    fn fetch(&mut self, id: u32) -> std::future::Ready<u32> {
        std::future::ready(id + *self.0)
    }
}
fn concrete(fine: Fine) -> Box<dyn Fetch<fetch(..): Send> + Send> {
    Boxing::new(Box::new(fine))
    //~^ ERROR `Rc<u32>` cannot be sent between threads safely
}

fn takes(_: &mut dyn Fetch<fetch(..): Send>) {}
fn takes_all(_: &mut dyn Fetch<connect(..): Send, fetch(..): Send>) {}

fn main() {
    let mut cached = Cached(Rc::new(1));
    takes(Boxing::new(&mut cached));
    //~^ ERROR future cannot be sent between threads safely
    takes_all(Boxing::new(&mut cached));
    //~^ ERROR future cannot be sent between threads safely
    let _: Box<dyn Fetch<fetch(..): Send>> = Boxing::new(Box::new(cached));
    //~^ ERROR future cannot be sent between threads safely
    takes(Boxing::new(&mut Boxed));
    //~^ ERROR cannot be sent between threads safely
}
