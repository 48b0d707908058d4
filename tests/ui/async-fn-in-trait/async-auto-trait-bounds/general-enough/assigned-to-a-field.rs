//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// What a type declares of its lifetimes is shown where a value is made. A value that is in the
// coroutine may become one of shorter lifetimes, when a field is assigned to, and nobody shows
// it again. So it is assumed only where no field can be assigned to. The next solver makes no
// such assumptions.

#![feature(async_auto_trait_bounds)]

use std::future::ready;
use std::marker::PhantomData;

pub struct Only<'a>(PhantomData<&'a ()>, *const ());

// SAFETY: there is no data.
unsafe impl Send for Only<'static> {}

pub struct Open<'a: 'static>(Only<'a>);

async fn assign<'s>(mut open: Open<'static>, short: &'s u8, make: fn(&'s u8) -> Only<'s>) {
    open.0 = make(short); // `open` is an `Open<'s>` by now
    ready(()).await;
    drop(open.0);
}

async fn by_reference<'s>(mut open: Open<'static>, short: &'s u8, make: fn(&'s u8) -> Only<'s>) {
    let Open(ref mut only) = open;
    *only = make(short);
    ready(()).await;
    drop(open.0);
}

mod closed {
    pub struct Closed<'a: 'static>(super::Only<'a>);
    pub fn closed<'a: 'static>(only: super::Only<'a>) -> Closed<'a> {
        Closed(only)
    }
}

async fn keep(closed: closed::Closed<'static>) {
    ready(()).await;
    drop(closed);
}

fn is_send<T: Send>(_: T) {}

fn spawn<'s>(open: fn() -> Open<'static>, short: &'s u8, make: fn(&'s u8) -> Only<'s>) {
    is_send(assign(open(), short, make));
    //[current]~^ ERROR implementation of `Send` is not general enough
    //[next]~^^ ERROR cannot be sent between threads safely
    is_send(by_reference(open(), short, make));
    //[current]~^ ERROR implementation of `Send` is not general enough
    //[next]~^^ ERROR cannot be sent between threads safely
    let Open(only) = open();
    is_send(keep(closed::closed(only)));
    //[next]~^ ERROR cannot be sent between threads safely
}

fn main() {}
