//@ edition: 2024
//@ run-rustfix

// Where what a function returns has to be `Send`, `async Send` is the bound to suggest.

#![feature(async_auto_trait_bounds)]
#![allow(dead_code)]

trait Provider {
    async fn request(&self, id: u32) -> u8;
}
trait Sub: Provider {}

fn spawn<F: Future + Send + 'static>(_: F) {}
fn assert_send<T: Send>(_: T) {}

fn has_send<P: Provider + Send + Sync + 'static>(p: P) {
    spawn(async move { p.request(1).await });
    //~^ ERROR future cannot be sent between threads safely
}
fn has_no_send<P>(p: &P)
where
    P: Sub,
{
    assert_send(p.request(1));
    //~^ ERROR cannot be sent between threads safely
}
fn in_argument(p: impl Provider + Send) {
    assert_send(p.request(1));
    //~^ ERROR cannot be sent between threads safely
}

fn main() {}
