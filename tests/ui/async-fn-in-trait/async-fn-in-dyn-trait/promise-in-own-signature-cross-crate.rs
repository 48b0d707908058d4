//@ run-pass
//@ aux-build: handlers.rs
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A method of another crate's trait takes, or gives, a `dyn` that promises something of its own
// future.

#![feature(async_auto_trait_bounds, async_fn_in_dyn_trait)]
#![feature(named_return_types, return_type_notation)]
#![allow(incomplete_features)]

extern crate handlers;
extern crate run_ready;

use std::boxed::Boxing;

use handlers::{Handler, Turn, Visit};
use run_ready::run;

fn run_send<F: Future + Send>(future: F) -> F::Output {
    run(future)
}

struct Log;
impl Handler for Log {
    async fn handle(&self, request: &str, next: &[&dyn Handler<handle(..): Send>]) -> String {
        match next.split_first() {
            Some((first, rest)) => format!("log({})", first.handle(request, rest).await),
            None => request.to_owned(),
        }
    }
}

struct Name<'x>(&'x str);
impl<'x> Visit<'x> for Name<'x> {
    async fn visit<'a: 'a>(
        &'a self,
        next: Option<&'a (dyn Visit<'x, visit: Send> + 'x)>,
    ) -> String {
        match next {
            Some(next) => format!("{}, {}", self.0, next.visit(None).await),
            None => self.0.to_owned(),
        }
    }
}

struct Count(u8);
impl Turn for Count {
    async fn turn(&self, _: &(dyn Turn + async Send)) -> Box<dyn Turn<turn(..): Send>> {
        count(self.0 + 1)
    }
    fn count(&self) -> u8 {
        self.0
    }
}
fn count(from: u8) -> Box<dyn Turn<turn(..): Send>> {
    Boxing::new(Box::new(Count(from)))
}

fn main() {
    let chain: [&dyn Handler<handle(..): Send>; 2] = [Boxing::new(&Log), Boxing::new(&Log)];
    assert_eq!(run_send(Log.handle("hello", &chain)), "log(log(hello))");

    let (first, second) = (String::from("one"), String::from("two"));
    let second = Name(&second);
    let second: &dyn Visit<'_, visit: Send> = Boxing::new(&second);
    assert_eq!(run_send(Name(&first).visit(Some(second))), "one, two");

    let other: &(dyn Turn + async Send) = Boxing::new(&Count(0));
    let turn = run_send(count(1).turn(other));
    assert_eq!(run_send(turn.turn(other)).count(), 3);
}
