// The `dyn` type that has to promise something may be that of a field. Its arguments and other
// bounds stay, and one message is enough for all uses.

//@ edition: 2024
//@ revisions: current next
//@ [next] compile-flags: -Znext-solver=globally

#![feature(async_fn_in_dyn_trait, return_type_notation)]
#![allow(incomplete_features)]

trait Query<A> {
    async fn dispatch(&self, argument: &A);
}

struct Bus {
    all: Vec<Box<dyn Query<u8> + Send + Sync>>,
}
impl Bus {
    async fn go(&self) {
        for query in &self.all {
            query.dispatch(&1).await
        }
    }
}

fn make() -> Box<dyn Query<u16> + Send + Sync> {
    loop {}
}
fn is_send<T: Send>(_: T) {}

fn first(bus: Bus) {
    is_send(async move { bus.go().await }); //~ ERROR future cannot be sent between threads safely
}
fn second(bus: Bus) {
    is_send(async move { bus.go().await });
}
fn of_function() {
    is_send(async move { make().dispatch(&1).await });
    //~^ ERROR future cannot be sent between threads safely
}

fn main() {}
