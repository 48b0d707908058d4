// What may be assumed of the lifetimes within a future is what its types need to be well-formed. It
// makes nothing `Send` that is so for some lifetimes only, nor for two that are equal.

//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally
//@ edition: 2024

#![feature(async_auto_trait_bounds, return_type_notation)]

use std::marker::PhantomData;

fn is_send<T: Send>(_: T) {}

async fn ready() {}

struct OnlyStatic<'a>(PhantomData<*mut &'a ()>);

// SAFETY: nothing is behind it.
unsafe impl Send for OnlyStatic<'static> {}

async fn holds_any<'a>(text: &'a str) {
    let held = OnlyStatic::<'a>(PhantomData);
    ready().await;
    drop((held, text));
}

fn spawn_any(text: &str) {
    is_send(holds_any(text));
    //[current]~^ ERROR implementation of `Send` is not general enough
    //[next]~^^ ERROR cannot be sent between threads safely
}

struct Pair<'a, 'b>(PhantomData<*mut (&'a (), &'b ())>);

// SAFETY: nothing is behind it.
unsafe impl<'a> Send for Pair<'a, 'a> {}

async fn holds_pair<'a, 'b>(_: &'a str, _: &'b str) {
    let held = Pair::<'a, 'b>(PhantomData);
    ready().await;
    drop(held);
}

fn spawn_pair(a: &str, b: &str) {
    is_send(holds_pair(a, b));
    //[current]~^ ERROR implementation of `Send` is not general enough
    //[current]~| ERROR implementation of `Send` is not general enough
    //[next]~^^^ ERROR cannot be sent between threads safely
}

struct Needs<'a, T: 'a>(PhantomData<*mut &'a T>);

// SAFETY: nothing is behind it.
unsafe impl<'a, T: 'static> Send for Needs<'a, T> {}

async fn holds_type<'a, T>(it: &'a T) {
    let held = Needs::<'a, T>(PhantomData);
    ready().await;
    drop((held, it));
}

fn spawn_type<T: Sync>(it: &T) {
    is_send(holds_type(it)); //~ ERROR the parameter type `T` may not live long enough
}

// Which lifetime a trait has is not known, though there is one bound by the trait in scope. An impl
// for all types may have shown another one.
trait ForAll<'c> {
    fn connect(&self) -> impl Sized + use<'c, Self>;
}

impl<'c, T> ForAll<'c> for T {
    fn connect(&self) -> impl Sized + use<'c, T> {
        OnlyStatic::<'c>(PhantomData)
    }
}

fn spawn_any_of_all<'a, 'b, C>(conn: &C, text: &'b str)
where
    C: ForAll<'a> + Sync,
    <C as ForAll<'a>>::connect(..): Send,
{
    is_send(async move {
        let held = <C as ForAll<'b>>::connect(conn);
        ready().await;
        drop((held, text));
    });
    //[current]~^^^^^ ERROR lifetime may not live long enough
    //[current]~| ERROR lifetime may not live long enough
    //[current]~| ERROR implementation of `Send` is not general enough
    //[current]~| ERROR implementation of `Send` is not general enough
    //[next]~^^^^^^^^^ ERROR cannot be sent between threads safely
}

// Or the type was made where another bound is in scope, that of an associated type which is `C`.
trait Conn<'c> {
    type Held;
    fn connect(&self, with: &OnlyStatic<'c>) -> Self::Held;
}

trait HasConn<'c> {
    type Conn: Conn<'c>;
}

async fn holds_connected<'c, C: Conn<'c>>(conn: &C, with: &OnlyStatic<'c>) {
    let held = conn.connect(with);
    ready().await;
    drop(held);
}

async fn holds_associated<'c, T: HasConn<'c>>(conn: &T::Conn, with: &OnlyStatic<'c>) {
    holds_connected::<T::Conn>(conn, with).await
}

fn spawn_associated<'c, C, T>(conn: &C, with: &OnlyStatic<'c>)
where
    C: Conn<'static, Held: Send> + Sync,
    T: for<'x> HasConn<'x, Conn = C>,
    for<'x> &'x OnlyStatic<'c>: Send,
{
    is_send(holds_associated::<T>(conn, with));
    //[current]~^ ERROR lifetime may not live long enough
    //[current]~| ERROR not general enough
    //[current]~| ERROR not general enough
    //[next]~^^^^ ERROR cannot be sent between threads safely
}

// Nor does anything follow for a type with a `for<'a>` that somebody has written.
struct Wrap<'a, C: Conn<'a>>(C::Held, PhantomData<&'a ()>);

fn needs_all<C>()
where
    for<'a> Wrap<'a, C>: Send,
{
}

fn has_one<C: Conn<'static, Held: Send>>() {
    needs_all::<C>();
    //[current]~^ ERROR not general enough
    //[next]~^^ ERROR
}

fn main() {}
