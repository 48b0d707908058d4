//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// What `spawn` needs, a plain `dyn Fetch` does not promise.

#![feature(async_fn_in_dyn_trait, return_type_notation)]
#![allow(incomplete_features)]

trait Fetch {
    async fn fetch(&mut self, id: u32) -> u32;
}

fn spawn<F: Future + Send + 'static>(_: F) {}
fn scoped<F: Future + Send>(_: F) {}

fn by_reference(f: &'static mut (dyn Fetch + Send)) {
    spawn(async move { f.fetch(1).await });
    //~^ ERROR future cannot be sent between threads safely
}
fn by_box(mut f: Box<dyn Fetch + Send>) {
    spawn(async move {
    //~^ ERROR future cannot be sent between threads safely
        f.fetch(1).await;
    });
}
fn in_scope(f: &mut dyn Fetch) {
    scoped(f.fetch(1));
    //~^ ERROR `impl Future<Output = u32> { <dyn Fetch as Fetch>::fetch(..) }` cannot be sent betwee
}
async fn named(f: &mut dyn Fetch) -> u32 {
    f.fetch(1).await
}
fn through_async_fn(f: &mut (dyn Fetch + Send)) {
    scoped(named(f));
    //~^ ERROR future cannot be sent between threads safely
    //[current]~^^ ERROR future cannot be sent between threads safely
}

fn main() {}
