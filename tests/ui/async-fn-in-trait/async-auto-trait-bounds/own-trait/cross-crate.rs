// `trait Db: async Send` of another crate, used, implemented and not met, with and without the gate
// here.

//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally
//@ edition: 2024
//@ aux-build: own_trait.rs

extern crate own_trait;

use std::rc::Rc;

use own_trait::Db;

fn is_send<T: Send>(_: T) {}

fn uses<T: Db>(db: &T) {
    is_send(db.get("a"));
    is_send(db.get_twice("a"));
}

struct Number(u8);

impl Db for Number {
    async fn get(&self, _: &str) -> u8 {
        self.0
    }
}

struct NotSend(u8);

impl Db for NotSend {
    async fn get(&self, _: &str) -> u8 {
        //~^ ERROR future cannot be sent between threads safely
        let rc = Rc::new(self.0);
        async {}.await;
        *rc
    }
}

fn main() {}
