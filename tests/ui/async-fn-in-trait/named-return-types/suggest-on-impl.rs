// The method of an impl can't ask for more than its trait. Where it needs a bound on a parameter of
// the impl, the impl is where it is suggested.

//@ edition: 2024
//@ revisions: current next
//@ [next] compile-flags: -Znext-solver=globally
//@ run-rustfix

#![feature(named_return_types, return_type_notation)]
#![allow(incomplete_features, dead_code)]

trait Db {
    async fn get(&mut self) -> u8;
}

trait Start {
    fn start(self);
}

struct Worker<D>(D);

fn spawn<F: Future + Send + 'static>(_: F) {}

impl<D: Db + Send + 'static> Start for Worker<D> {
    fn start(mut self) {
        spawn(async move { self.0.get().await });
        //~^ ERROR future cannot be sent between threads safely
    }
}

impl<D: Db + Send + 'static> Worker<D> {
    fn inherent(mut self) {
        spawn(async move { self.0.get().await });
        //~^ ERROR future cannot be sent between threads safely
    }
}

fn main() {}
