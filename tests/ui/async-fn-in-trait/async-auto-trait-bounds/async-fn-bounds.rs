//@ edition: 2024
//@ revisions: both only_auto
//@ [both] check-pass

// `async Fn()` keeps its meaning, and its gate.

#![feature(async_auto_trait_bounds)]
#![cfg_attr(both, feature(async_trait_bounds))]

trait Database {
    async fn get(&self) -> u8;
}

async fn call(f: impl async Fn(u8) -> u8 + Send) -> u8 {
    //[only_auto]~^ ERROR `async` trait bounds are unstable
    f(1).await
}
fn beside_each_other<F, D>(_: F, _: D)
where
    F: async FnOnce() + Send,
    //[only_auto]~^ ERROR `async` trait bounds are unstable
    D: Database + async Send,
{
}

// Neither is asked for in what is configured out.
#[cfg(false)]
fn configured_out(_: impl async Fn(), _: impl Database + async Send) {}

fn main() {
    let _ = call(async |x| x);
    beside_each_other(async || (), 0_u8);
}

impl Database for u8 {
    async fn get(&self) -> u8 {
        *self
    }
}
