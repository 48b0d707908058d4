//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// A future that is not `Send` is refused where the bound asks for it, and the function is named.

#![feature(async_auto_trait_bounds)]

use std::pin::Pin;
use std::rc::Rc;

trait Connection {
    async fn ping(&self);
}
trait Database: Connection {
    async fn get(&self, key: &str) -> u8;
    async fn put(&self);
    fn keys(&self) -> impl Iterator<Item = u8>;
}

fn in_background<D: Database + async Send>(_: D) {}
trait SendDatabase: Database + async Send {}
struct Holder<D: Database + async Send>(D);
trait Pool {
    type Item: Database + async Send;
}

struct NotSendGet;
impl Connection for NotSendGet {
    async fn ping(&self) {}
}
impl Database for NotSendGet {
    async fn get(&self, _: &str) -> u8 {
        let rc = Rc::new(0);
        self.put().await;
        *rc
    }
    async fn put(&self) {}
    fn keys(&self) -> impl Iterator<Item = u8> {
        None.into_iter()
    }
}

struct NotSendPing;
impl Connection for NotSendPing {
    #[allow(refining_impl_trait)]
    fn ping(&self) -> Pin<Box<dyn Future<Output = ()>>> {
        Box::pin(async {})
    }
}
impl Database for NotSendPing {
    async fn get(&self, _: &str) -> u8 {
        0
    }
    async fn put(&self) {}
    fn keys(&self) -> impl Iterator<Item = u8> {
        None.into_iter()
    }
}

struct NotSendKeys;
impl Connection for NotSendKeys {
    async fn ping(&self) {}
}
impl Database for NotSendKeys {
    async fn get(&self, _: &str) -> u8 {
        0
    }
    async fn put(&self) {}
    fn keys(&self) -> impl Iterator<Item = u8> {
        Rc::new([1_u8]).to_vec().into_iter().filter({ let rc = Rc::new(1); move |x| x == &*rc })
    }
}

struct NotSend(*const u8);
impl Connection for NotSend {
    async fn ping(&self) {}
}
impl Database for NotSend {
    async fn get(&self, _: &str) -> u8 {
        0
    }
    async fn put(&self) {}
    fn keys(&self) -> impl Iterator<Item = u8> {
        None.into_iter()
    }
}

fn calls() {
    in_background(NotSendGet);
    //~^ ERROR future cannot be sent between threads safely
    in_background(NotSendPing);
    //~^ ERROR `(dyn Future<Output = ()> + 'static)` cannot be sent between threads safely
    in_background(NotSendKeys);
    //~^ ERROR `Rc<u8>` cannot be sent between threads safely
    in_background(NotSend(&0));
    //~^ ERROR `*const u8` cannot be sent between threads safely
    //~| ERROR future cannot be sent between threads safely
}

impl SendDatabase for NotSendPing {}
//~^ ERROR `(dyn Future<Output = ()> + 'static)` cannot be sent between threads safely
impl SendDatabase for NotSendGet {}
//~^ ERROR future cannot be sent between threads safely

fn in_type(_: Holder<NotSendPing>) {}
//~^ ERROR `(dyn Future<Output = ()> + 'static)` cannot be sent between threads safely

impl Pool for () {
    type Item = NotSendPing;
    //~^ ERROR `(dyn Future<Output = ()> + 'static)` cannot be sent between threads safely
}

// In generic code, one has to be told.
fn passed_on<D: Database + Send>(d: D) {
    in_background(d);
    //~^ ERROR cannot be sent between threads safely
    //~| ERROR cannot be sent between threads safely
    //~| ERROR cannot be sent between threads safely
    //~| ERROR cannot be sent between threads safely
}

fn main() {}
