//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// An impl whose future does not meet the bound is refused, at the call, with the future named.

#![feature(named_return_types)]

use std::rc::Rc;

trait HttpRequestProvider {
    async fn request(&self) -> u8;
}

struct Local;
impl HttpRequestProvider for Local {
    async fn request(&self) -> u8 {
        let counter = Rc::new(0);
        std::future::ready(()).await;
        *counter
    }
}

struct Boxed;
impl HttpRequestProvider for Boxed {
    #[allow(refining_impl_trait)]
    fn request(&self) -> std::pin::Pin<Box<dyn Future<Output = u8> + '_>> {
        Box::pin(async { 0 })
    }
}

fn higher_ranked<P: HttpRequestProvider>(_: P)
where
    for<'a> P::request<'a>: Send,
{
}
fn shorthand<P: HttpRequestProvider>(_: P)
where
    P::request: Send,
{
}
fn constraint(_: impl HttpRequestProvider<request: Send>) {}

fn generic<P: HttpRequestProvider>(provider: P) {
    shorthand(provider);
    //~^ ERROR `<P as HttpRequestProvider>::request<'_>` cannot be sent between threads safely
}

fn main() {
    higher_ranked(Local);
    //~^ ERROR future cannot be sent between threads safely
    shorthand(Local);
    //~^ ERROR future cannot be sent between threads safely
    constraint(Boxed);
    //~^ ERROR `dyn Future<Output = u8>` cannot be sent between threads safely
}
