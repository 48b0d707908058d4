// `F(..): Send` is what it takes to spawn a future that awaits what calling an `F` returns, by
// reference or by value.

//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally
//@ edition: 2024
//@ aux-build: ../../../named-return-types/auxiliary/run_ready.rs
//@ run-pass
//@ needs-threads

#![feature(return_type_notation)]
#![allow(incomplete_features)]

extern crate run_ready;

use std::thread;

use run_ready::run;

fn spawn<F>(future: F) -> F::Output
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    thread::spawn(move || run(future)).join().unwrap()
}

// The lifetimes of the arguments and of the borrow of `f` are those of the bound.
fn by_reference<F>(f: F) -> usize
where
    F: AsyncFn(&str) -> usize + Send + Sync + 'static,
    F(..): Send,
{
    spawn(async move { f("a").await + f(&String::from("bc")).await })
}

fn by_unique_reference<F>(mut f: F) -> usize
where
    F: AsyncFnMut(&str) -> usize + Send + 'static,
    F(..): Send,
{
    spawn(async move { f("a").await + f("bc").await })
}

fn by_value<F>(f: F) -> usize
where
    F: AsyncFnOnce(u8) -> usize + Send + 'static,
    F(..): Send,
{
    spawn(async move { f(3).await })
}

// The bound is about both: what is called by reference may be passed on.
fn passed_on<F>(f: F) -> usize
where
    F: AsyncFn(u8) -> usize + Send + Sync + 'static,
    F(..): Send,
{
    by_value(f)
}

// What an ordinary closure returns may be a future, too.
fn ordinary<F, R>(f: F) -> usize
where
    F: Fn(u8) -> R + Send + 'static,
    F(..): Future<Output = usize> + Send,
{
    spawn(async move { f(3).await })
}

async fn len(text: &str) -> usize {
    text.len()
}

fn main() {
    assert_eq!(by_reference(len), 3);
    assert_eq!(by_reference(async |text: &str| text.len()), 3);
    let mut sum = 0;
    let add = async move |text: &str| {
        sum += text.len();
        sum
    };
    assert_eq!(by_unique_reference(add), 4);
    let owned = String::from("owned");
    assert_eq!(by_value(async move |n| owned.len() + n as usize), 8);
    assert_eq!(passed_on(async |n| n as usize), 3);
    assert_eq!(ordinary(|n| std::future::ready(n as usize)), 3);
}
