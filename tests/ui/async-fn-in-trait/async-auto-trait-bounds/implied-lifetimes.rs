//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver
//@ check-pass

// What the types of arguments imply about lifetimes is no obstacle to a bound for all of them.

#![feature(async_auto_trait_bounds)]

trait Database {
    async fn get<'a, 'b>(&'a self, key: &'a &'b u8) -> u8;
    async fn first<'x>(&self, keys: Vec<&'x str>) -> &'x str;
}

struct Borrowed<'z>(&'z u8);
impl<'z> Database for Borrowed<'z> {
    async fn get<'a, 'b>(&'a self, key: &'a &'b u8) -> u8 {
        std::future::ready(()).await;
        **key + *self.0
    }
    async fn first<'x>(&self, keys: Vec<&'x str>) -> &'x str {
        std::future::ready(()).await;
        keys[0]
    }
}

fn in_background<D: Database + async Send>(_: D) {}

fn main() {
    let local = 1;
    in_background(Borrowed(&local));
}
