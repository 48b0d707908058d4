// Calls of values that are no types, and what to write instead.

//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally
//@ edition: 2024

#![feature(return_type_notation)]
#![allow(incomplete_features)]

fn not_a_function<F>(_: F)
where
    F(..): Send, //~ ERROR what calling a value of type `F` returns is not known
{
}

fn other_trait<F: Clone>(_: F) -> F(u8) {
    //~^ ERROR what calling a value of type `F` returns is not known
    loop {}
}

fn ambiguous<F>(_: F)
where
    F: Fn(u8) -> u8 + Fn(u16) -> u8,
    F(..): Send,
    //~^ ERROR ambiguous call of `F`
    //~| ERROR ambiguous call of `F`
{
}

fn ambiguous_kinds<F>(_: F)
where
    F: Fn(u8) -> u8 + AsyncFn(u8) -> u8,
    F(..): Send,
    //~^ ERROR ambiguous call of `F`
    //~| ERROR ambiguous call of `F`
{
}

trait Handlers {
    type Handler: Fn(u8) -> u8 + AsyncFn(&str) + Clone;
}

// The note names the bounds on functions only, as they are written.
fn ambiguous_associated<T: Handlers>(_: T)
where
    T::Handler(..): Send,
    //~^ ERROR ambiguous call of `<T as Handlers>::Handler`
    //~| ERROR ambiguous call of `<T as Handlers>::Handler`
{
}

struct Borrowed<F: AsyncFn(u32)> {
    running: F(u32), //~ ERROR has a lifetime that `F(u32)` does not say
}

struct BorrowedMut<F: AsyncFnMut(u32, u8)> {
    running: F(u32, u8), //~ ERROR has a lifetime that `F(u32, u8)` does not say
}

fn elided<F: Fn(u8, &str) -> u8>(f: F) {
    let _: F(..) = f(1, "a"); //~ ERROR `(..)` stands for many types outside of a bound
}

fn too_many<F: Fn(u8) -> u8>(f: F) -> F(u8, u8) {
    //~^ ERROR is called with 1 argument, not with 2
    f(1)
}

fn too_few<F: Fn(u8, u8) -> u8>(_: F)
where
    F(u8): Send,
    //~^ ERROR is called with 2 arguments, not with 1
    //~| ERROR is called with 2 arguments, not with 1
{
}

fn other_types<F: Fn(u8) -> u8>(_: F) -> F(u16) {
    //~^ ERROR expected a `FnOnce(u16)` closure, found `F`
    //~| ERROR expected a `FnOnce(u16)` closure, found `F`
    loop {}
    //[next]~^ ERROR expected a `FnOnce(u16)` closure, found `F`
}

fn not_send<F: AsyncFn(u8) -> u8>(_: F)
where
    F(..): Send,
{
}

fn main() {
    not_send(async |n: u8| {
        //~^ ERROR future cannot be sent between threads safely
        let rc = std::rc::Rc::new(n);
        async {}.await;
        *rc
    });
}
