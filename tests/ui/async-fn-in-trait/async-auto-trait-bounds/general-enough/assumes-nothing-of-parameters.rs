// What an implementation's future takes of a type parameter is nothing that a caller may assume who
// has not shown it, for all that the future has to be `Send` there: neither of a lifetime that is
// in scope, nor of all lifetimes, nor of one that another future has lost.

//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally
//@ edition: 2024

#![feature(async_auto_trait_bounds)]
#![allow(private_bounds)]

use std::fmt::Debug;
use std::marker::PhantomData;

struct Needs<T: 'static>(PhantomData<T>);

async fn ready() {}

trait Run {
    async fn run();
}

struct Job<T>(T);

impl<T: 'static + Send> Run for Job<T> {
    async fn run() {
        let needs = Needs::<T>(PhantomData);
        ready().await;
        drop(needs);
    }
}

trait Keep {
    fn keep(self) -> Box<dyn Debug + Send>;
}

struct Kept<T>(T);

impl<T: Send + Debug> Keep for Kept<T>
where
    Job<T>: Run + async Send,
    T: 'static,
{
    fn keep(self) -> Box<dyn Debug + Send> {
        Box::new(self.0)
    }
}

fn local() -> Box<dyn Debug + Send> {
    let text = String::from("text");
    Kept(&text[..]).keep()
    //~^ ERROR `text` does not live long enough
}

fn for_all<F>(keep: F) -> F
where
    for<'a> Kept<&'a str>: Keep,
{
    keep
}

fn of_all_lifetimes() {
    for_all(());
    //[current]~^ ERROR implementation of `Send` is not general enough
    //[next]~^^ ERROR higher-ranked subtype error
}

struct Checked<X: Run + async Send>(PhantomData<X>);

struct Both<T: Send>(Checked<Job<T>>, Needs<T>);
//~^ ERROR the parameter type `T` may not live long enough
//[next]~| ERROR the parameter type `T` may not live long enough

// `Send` if a future is, of which it has none.
struct Witness<T>(PhantomData<*mut T>);

// SAFETY: nothing is behind it.
unsafe impl<T: Run + async Send> Send for Witness<T> {}

fn is_send<T: Send>(_: T) {}

async fn holds<'a>(text: &'a str) {
    let witness = Witness::<Job<&'a str>>(PhantomData);
    ready().await;
    drop((witness, text));
}

struct Named<'a>(#[allow(dead_code)] &'a str);

async fn holds_in_closure<'a>(text: &'a str) {
    let make = move || (Witness::<Job<(Named<'a>, u8)>>(PhantomData), text);
    let block = async move {
        let made = make();
        ready().await;
        drop(made);
    };
    block.await
}

async fn holds_generic<T>(of: PhantomData<T>) {
    let witness = Witness::<Job<T>>(PhantomData);
    ready().await;
    drop((witness, of));
}

async fn holds_below<'a>(text: &'a str) {
    holds_generic::<&'a str>(PhantomData).await;
    let _ = text;
}

fn spawn_any(text: &str) {
    is_send(holds(text));
    //[current]~^ ERROR implementation of `Send` is not general enough
    //[next]~^^ ERROR higher-ranked subtype error
    is_send(holds_in_closure(text));
    //[current]~^ ERROR implementation of `Send` is not general enough
    //[next]~^^ ERROR higher-ranked subtype error
    is_send(holds_below(text));
    //[current]~^ ERROR implementation of `Send` is not general enough
    //[next]~^^ ERROR higher-ranked subtype error
}

fn main() {}
