// What is assumed where a future has to be `Send` is no more to show: a future that is `Send`
// without any assumption is so with those that are made, whatever its types are.

//@ edition: 2024
//@ revisions: without current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally
//@ check-pass

#![cfg_attr(not(without), feature(async_auto_trait_bounds))]
#![allow(dead_code)]

use std::future::ready;
use std::pin::{Pin, pin};
use std::task::{Context, Poll};

fn is_send<T: Send>(_: T) {}

// No overflow, where an impl is for as many types as one likes.
struct Nil;
struct Cons<H, T>(H, T);

trait Sum {
    fn sum(self) -> u32;
}

impl<'a> Sum for &'a Nil {
    fn sum(self) -> u32 {
        0
    }
}

impl<'a, H, T> Sum for &'a Cons<H, T>
where
    &'a H: Into<u32>,
    &'a T: Sum,
{
    fn sum(self) -> u32 {
        (&self.0).into() + self.1.sum()
    }
}

struct Lazy<T: Sum>(T);

async fn total<H, T>(list: &Cons<H, T>) -> u32
where
    for<'a> &'a Cons<H, T>: Sum,
{
    let lazy = Lazy(list);
    ready(()).await;
    lazy.0.sum()
}

fn spawn_total<H: Sync, T: Sync>(list: &Cons<H, T>)
where
    for<'a> &'a Cons<H, T>: Sum,
{
    is_send(total(list));
}

// A type that an impl's where-clauses tell.
trait Service {
    type Response;
}

impl<F, R: 'static> Service for F
where
    F: FnMut() -> R,
{
    type Response = R;
}

async fn serve<S: Service<Response: 'static>>(_: S) {
    connect::<S>().await;
}

async fn connect<S: Service<Response: 'static>>() {}

fn spawn_server() {
    is_send(async { serve(|| -> Box<dyn std::error::Error> { "text".into() }).await });
}

// Types that nobody can write.
struct Join<F: Future>(F);

impl<F: Future + Unpin> Future for Join<F> {
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        Pin::new(&mut self.0).poll(cx)
    }
}

trait Handle {}

impl<F: Fn()> Handle for F {}

struct Route<'a, H>(&'a H)
where
    &'a H: Handle;

async fn join(of: &str) {
    let block = pin!(async {
        ready(()).await;
        println!("{of}");
    });
    Join(block).await;
    let closure = || println!("{of}");
    let route = Route(&closure);
    ready(()).await;
    drop(route);
}

fn spawn_join(of: &str) {
    is_send(join(of));
}

fn main() {}
