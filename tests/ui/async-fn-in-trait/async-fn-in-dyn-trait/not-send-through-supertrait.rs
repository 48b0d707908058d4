//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A subtrait's bound on futures holds for its implementors only, and for the trait that it names.

#![feature(async_fn_in_dyn_trait, return_type_notation)]
#![allow(incomplete_features)]

use std::boxed::Boxing;
use std::rc::Rc;

trait Take<T> {
    async fn take(&self, t: T);
}
struct Taker;
impl<T> Take<T> for Taker {
    async fn take(&self, t: T) {
        std::future::ready(()).await;
        drop(t);
    }
}
fn assert_send<T: Send>(_: T) {}

// The same trait twice: only one of them promises.
trait Both: Take<u8, take(..): Send> + Take<Rc<u8>> {}
impl Both for Taker {}
fn both(both: &dyn Both) {
    assert_send(both.take(1));
    assert_send(both.take(Rc::new(1)));
    //~^ ERROR `impl Future<Output = ()> { <dyn Both as Take<Rc<u8>>>::take(..) }` cannot be sent be
}
fn upcast(both: &dyn Both) -> &dyn Take<Rc<u8>, take(..): Send> {
    both
    //~^ ERROR cannot be sent between threads safely
}

// A trait whose bound no implementor meets.
trait SendTake: Take<Rc<u8>, take(..): Send> {}
impl SendTake for Taker {}
//~^ ERROR `Rc<u8>` cannot be sent between threads safely
fn made() {
    let _: &dyn SendTake = Boxing::new(&Taker);
}

// A subtrait that says nothing of it.
trait Sub: Take<u8> {}
fn sub(sub: &dyn Sub) -> &dyn Take<u8, take(..): Send> {
    assert_send(sub.take(1));
    //~^ ERROR `impl Future<Output = ()> { <dyn Sub as Take<u8>>::take(..) }` cannot be sent between
    sub
    //~^ ERROR cannot be sent between threads safely
}

fn main() {
    let _: &dyn Both = Boxing::new(&Taker);
}
