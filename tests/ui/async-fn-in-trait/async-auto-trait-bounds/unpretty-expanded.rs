//@ edition: 2024
//@ compile-flags: -Zunpretty=expanded
//@ check-pass

// `async Send` is printed as it is written.

#![feature(async_auto_trait_bounds)]

trait Database {
    async fn get(&self) -> u8;
}
fn f<D>(_: impl Database + async Send)
where
    D: Database + async Send + async Sync + 'static,
{
}

fn main() {}
