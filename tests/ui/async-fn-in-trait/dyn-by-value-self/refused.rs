//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// What can't be moved: by a reference or shared pointer, out of a borrow, twice, and to a place
// that somebody else provides.

#![feature(async_fn_in_dyn_trait, dyn_by_value_self, dyn_placement, return_type_notation)]
#![allow(incomplete_features)]

use std::future::dyn_box;
use std::pin::Pin;
use std::rc::Rc;

trait Connection {
    fn id(self) -> u32;
    async fn close(self) -> u32;
}

fn by_reference(connection: &mut dyn Connection) {
    connection.id(); //~ ERROR cannot move a value of type `dyn Connection`
    //~| ERROR cannot move out of `*connection`
}

fn shared(connection: Rc<dyn Connection>) {
    connection.id(); //~ ERROR cannot move a value of type `dyn Connection`
    //~| ERROR cannot move out of an `Rc`
}

fn pinned(connection: Pin<Box<dyn Connection>>) {
    connection.id(); //~ ERROR cannot move a value of type `dyn Connection`
    //~| ERROR cannot move out of dereference of `Pin<Box<dyn Connection>>`
}

struct Holder {
    connection: Box<dyn Connection>,
}

fn borrowed(holder: &Holder) {
    holder.connection.id(); //~ ERROR cannot move out of `holder.connection`
}

fn captured(connection: Box<dyn Connection>) {
    is_fn(|| connection.id()); //~ ERROR cannot move out of `connection`
}
fn is_fn(_: impl Fn() -> u32) {}

async fn twice(connection: Box<dyn Connection>) {
    connection.close().await;
    connection.close().await; //~ ERROR use of moved value: `connection`
}

fn while_borrowed(connection: Box<dyn Connection>) {
    let borrow = &connection;
    connection.id(); //~ ERROR cannot move out of `connection` because it is borrowed
    let _ = borrow;
    drop(borrow);
}

fn unsized_local(connection: Box<dyn Connection>) {
    let local = *connection; //~ ERROR the size for values of type `dyn Connection` cannot be known
    local.id();
}

fn function_value() {
    let _ = <dyn Connection>::id; //~ ERROR the size for values of type `dyn Connection` cannot be known
}

fn not_self(connection: Box<dyn Connection>) {
    drop(*connection); //~ ERROR the size for values of type `dyn Connection` cannot be known
}

fn placed(connection: Box<dyn Connection>) {
    dyn_box!(connection.close()); //~ ERROR can't be given a place
}

fn has_no_size(connection: Box<dyn Connection<close(..): ?Sized>>) {
    connection.close(); //~ ERROR the future of `close` has no size
}

fn lives_too_long<'a>(connection: Box<dyn Connection + 'a>) -> impl Future<Output = u32> + 'static {
    connection.close() //~ ERROR lifetime may not live long enough
}

fn main() {}
