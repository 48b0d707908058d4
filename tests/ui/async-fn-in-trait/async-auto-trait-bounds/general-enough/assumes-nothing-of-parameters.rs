// What an implementation's future takes of a type parameter is nothing that a caller may assume who
// has not shown it, for all that the future has to be `Send` there: neither of a lifetime that is
// in scope, nor of all lifetimes.

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
    //~^ ERROR
}

struct Checked<X: Run + async Send>(PhantomData<X>);

struct Both<T: Send>(Checked<Job<T>>, Needs<T>);
//~^ ERROR the parameter type `T` may not live long enough
//[next]~| ERROR the parameter type `T` may not live long enough

fn main() {}
