// A bound that an impl's method lacks can't be written there, if it is about its own parameter.

//@ edition: 2024
//@ revisions: current next
//@ [next] compile-flags: -Znext-solver=globally

#![feature(named_return_types, async_auto_trait_bounds)]

trait Db {
    async fn get(&self) -> u8;
    async fn put(&self);
}

trait Start {
    fn start<D: Db + Send + Sync + 'static>(&self, db: D);
}

struct S;

fn spawn<F: Future + Send + 'static>(_: F) {}

impl Start for S {
    fn start<D: Db + Send + Sync + 'static>(&self, db: D) {
        spawn(async move { db.get().await });
        //~^ ERROR future cannot be sent between threads safely
    }
}

fn main() {}
