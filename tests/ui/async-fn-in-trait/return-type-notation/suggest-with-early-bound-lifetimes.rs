// A suggested bound leaves the lifetimes out, early-bound ones as well, in either notation. Within
// a type argument it names them.

//@ edition: 2024
//@ revisions: call name
//@ run-rustfix

#![cfg_attr(call, feature(return_type_notation))]
#![cfg_attr(name, feature(named_return_types))]
#![allow(incomplete_features, dead_code)]

trait Db {
    async fn early<'a: 'a>(&'a self);
    async fn related<'a, 'b: 'a>(&'a self, key: &'b u8);
    async fn generic<T>(&self, value: T);
    fn both<'a: 'a, T>(&'a self, value: T) -> impl Sized;
}

fn is_send<T: Send>(_: T) {}

fn early<D: Db>(db: &D) {
    is_send(db.early()); //~ ERROR cannot be sent between threads safely
}
fn related<D: Db>(db: &D) {
    is_send(db.related(&1)); //~ ERROR cannot be sent between threads safely
}
fn generic<D: Db>(db: &D) {
    is_send(db.generic(1u8)); //~ ERROR cannot be sent between threads safely
}
fn both<D: Db>(db: &D) {
    is_send(db.both(1u8)); //~ ERROR cannot be sent between threads safely
}
// A lifetime within a type argument needs a name.
fn borrowed<D: Db>(db: &D) {
    is_send(db.generic("a")); //~ ERROR cannot be sent between threads safely
}
fn borrowed_in_future<D: Db + Send + Sync + 'static>(db: D) {
    is_send(async move { db.generic::<&str>("a").await });
    //~^ ERROR future cannot be sent between threads safely
}

fn main() {}
