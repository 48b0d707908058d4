//@ edition: 2024
//@ run-rustfix
//@ rustfix-only-machine-applicable
//@ revisions: notation name

// Beside the bound on one function, `async Send` is suggested as the alternative for several.

#![cfg_attr(notation, feature(return_type_notation))]
#![cfg_attr(name, feature(named_return_types))]
#![feature(async_auto_trait_bounds)]
#![allow(dead_code)]

trait One {
    async fn request(&self, id: u32) -> u8;
}
trait Several {
    async fn open(&self);
    async fn close(&self);
    async fn typed<T>(&self, t: T);
}

fn spawn<F: Future + Send + 'static>(_: F) {}

fn of_one<P: One + Send + Sync + 'static>(p: P) {
    spawn(async move { p.request(1).await });
    //~^ ERROR future cannot be sent between threads safely
}
fn of_several<P: Several + Send + Sync + 'static>(p: P) {
    spawn(async move { p.open().await });
    //~^ ERROR future cannot be sent between threads safely
}
// It would not help here.
fn of_typed<P: Several + async Send + Sync + 'static>(p: P) {
    spawn(async move { p.typed(0_u8).await });
    //~^ ERROR future cannot be sent between threads safely
}

fn main() {}
