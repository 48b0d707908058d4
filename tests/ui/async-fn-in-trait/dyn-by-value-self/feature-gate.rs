//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// Without the gate, a `dyn` has such methods, and a call of one is refused.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

trait Connection {
    fn id(self) -> u32;
    async fn close(self) -> u32;
}

fn sync(connection: Box<dyn Connection>) {
    connection.id(); //~ ERROR cannot move a value of type `dyn Connection`
}

async fn future(connection: Box<dyn Connection>) {
    connection.close().await; //~ ERROR cannot move a value of type `dyn Connection`
}

fn path(connection: Box<dyn Connection>) {
    Connection::id(*connection); //~ ERROR the size for values of type `dyn Connection` cannot be known
}

fn main() {}

// gate-test-dyn_by_value_self
