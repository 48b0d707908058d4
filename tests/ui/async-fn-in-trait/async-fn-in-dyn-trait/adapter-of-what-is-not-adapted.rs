//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A `Boxing<T>` is no `dyn` of a trait that `T` lacks, nor of one without methods that return
// futures, which it would have to implement itself.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

use std::boxed::Boxing;
use std::fmt::Debug;
use std::rc::Rc;

trait Fetch {
    async fn fetch(&self);
}
trait Other {
    async fn other(&self);
}
trait Sub: Fetch + Debug {}
trait Sync2 {
    fn sync(&self);
}

#[derive(Debug)]
struct Value;
impl Fetch for Value {
    async fn fetch(&self) {}
}
impl Sync2 for Value {
    fn sync(&self) {}
}

struct NotDebug;
impl Fetch for NotDebug {
    async fn fetch(&self) {}
}

fn main() {
    let _: &dyn Other = Boxing::new(&Value);
    //~^ ERROR the trait bound `Value: Other` is not satisfied
    let _: Box<dyn Sync2> = Boxing::new(Box::new(Value));
    //~^ ERROR the trait bound `Boxing<Value>: Sync2` is not satisfied
    let _: &dyn Debug = Boxing::new(&Value);
    //[current]~^ ERROR `Boxing<Value>` doesn't implement `Debug`
    //[next]~^^ ERROR the trait bound `&Boxing<Value>: CoerceUnsized<&dyn Debug>` is not satisfied
    let _: &dyn Sub = Boxing::new(&NotDebug);
    //~^ ERROR the trait bound `NotDebug: Sub` is not satisfied
    let _: Rc<dyn Fetch + Send> = Boxing::new(Rc::new(Value));
    let _: &(dyn Fetch + Send) = Boxing::new(&Value);
    // The adapter itself has none of the methods.
    Boxing::new(&Value).fetch();
    //~^ ERROR no method named `fetch` found for reference `&Boxing<Value>` in the current scope
    // It takes pointers to sized values.
    Boxing::new(Value);
    //~^ ERROR an adapter takes a pointer to a sized value, such as `&T` or `Box<T>`, and `Value` is none
    //[next]~^^ ERROR an adapter takes a pointer to a sized value, such as `&T` or `Box<T>`, and `Value` is none
    Boxing::new("slice");
    //[current]~^ ERROR an adapter takes a pointer to a sized value, such as `&T` or `Box<T>`, and `&str` is none
    //~^^ ERROR the size for values of type `str` cannot be known at compilation time
    //[next]~^^^ ERROR the size for values of type `str` cannot be known at compilation time
    let value: &dyn Fetch = Boxing::new(&Value);
    let _: &dyn Fetch = Boxing::new(value);
    //[current]~^ ERROR an adapter takes a pointer to a sized value, such as `&T` or `Box<T>`, and `&dyn Fetch` is none
    //~^^ ERROR the size for values of type `dyn Fetch` cannot be known at compilation time
    //[next]~^^^ ERROR the size for values of type `dyn Fetch` cannot be known at compilation time
}
