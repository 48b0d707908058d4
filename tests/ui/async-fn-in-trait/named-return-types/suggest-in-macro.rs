// Where a macro has written the where-clauses, a bound can't be suggested there, but be named.

//@ edition: 2024
//@ revisions: current next
//@ [next] compile-flags: -Znext-solver=globally

#![feature(named_return_types, async_auto_trait_bounds)]

trait Db {
    async fn get(&self) -> u8;
    async fn put(&self);
}

fn is_send<T: Send>(_: T) {}

macro_rules! function {
    () => {
        fn from_macro<D: Db>(db: &D) {
            is_send(db.get()); //~ ERROR cannot be sent between threads safely
        }
    };
}
function!();

fn main() {}
