// Who does not give what `trait Db: async Send` asks for: implementations, and default bodies.

//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally
//@ edition: 2024

#![feature(async_auto_trait_bounds)]

use std::rc::Rc;

trait Db: async Send {
    async fn get(&self) -> u8;
    fn keys(&self) -> impl Iterator<Item = u8>;
}

impl Db for u8 {
    async fn get(&self) -> u8 {
        //~^ ERROR future cannot be sent between threads safely
        let rc = Rc::new(*self);
        ready().await;
        *rc
    }
    fn keys(&self) -> impl Iterator<Item = u8> {
        //~^ ERROR `Rc<u8>` cannot be sent between threads safely
        let rc = Rc::new(*self);
        std::iter::once(1).map(move |n| n + *rc)
    }
}

async fn ready() {}

// A default body holds `&Self`, which takes a `Sync`.
trait WithDefault: async Send {
    async fn get(&self) -> u8;
    async fn get_twice(&self) -> u8 {
        //[current]~^ ERROR future cannot be sent between threads safely
        //[next]~^^ ERROR type mismatch resolving
        //[next]~| ERROR type mismatch resolving
        //[next]~| ERROR type mismatch resolving
        self.get().await + self.get().await
    }
}

trait SyncWithDefault: async Send + Sync {
    async fn get(&self) -> u8;
    async fn get_twice(&self) -> u8 {
        self.get().await + self.get().await
    }
}

fn main() {}
