// `F(..)` and `F(A)` as the subjects of bounds: where an `F` comes from, and how its lifetimes are
// bound.

//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally
//@ edition: 2024
//@ check-pass

#![feature(return_type_notation)]
#![allow(incomplete_features)]

fn is_send<T: Send>(_: T) {}

fn inline<F: AsyncFn(&str) -> u8 + Sync>(f: &F)
where
    F(..): Send,
{
    is_send(async move { f("a").await })
}

fn in_where_clause<F>(f: F)
where
    for<'a> F: AsyncFnOnce(&'a str) -> u8,
    F(..): Send,
{
    is_send(f("a"))
}

fn named_lifetime<F>(f: F)
where
    F: AsyncFnOnce(&str) -> u8,
    for<'a> F(&'a str): Send,
{
    is_send(f("a"))
}

fn some_arguments<F>(f: &F)
where
    F: AsyncFn(u8, &'static str) -> u8,
    F(u8, &'static str): Send,
{
    is_send(f(1, "a"))
}

fn several_bounds<F>(f: &F)
where
    F: AsyncFn(u8) -> u8,
    F(..): Send + Unpin,
{
    let mut future = f(1);
    std::pin::Pin::new(&mut future);
    is_send(future)
}

fn other_trait<F>(f: F)
where
    F: Fn(&str) -> String,
    F(..): Into<Vec<u8>> + for<'a> PartialEq<&'a str>,
{
    let _: Vec<u8> = f("a").into();
}

// By way of a supertrait.
trait Handler: for<'a> AsyncFn(&'a str) -> u8 {}
impl<H: AsyncFn(&str) -> u8> Handler for H {}

fn of_supertrait<H: Handler>(handler: &H)
where
    H(..): Send,
{
    is_send(handler("a"))
}

trait Own: AsyncFn(&str) -> u8
where
    Self(..): Send,
{
    fn spawn(&self) {
        is_send(self("a"))
    }
}

struct Server<F>(F);

impl<F> Server<F>
where
    F: AsyncFn(&str) -> u8,
    F(..): Send,
{
    fn serve(&self) {
        is_send(self.0("a"))
    }
}

trait Service {
    type Handler: AsyncFn(&str) -> u8;
    fn handler(&self) -> &Self::Handler;
}

fn of_associated_type<S: Service>(service: &S)
where
    <S as Service>::Handler(..): Send,
{
    is_send((service.handler())("a"))
}

fn of_associated_type_of_param<S: Service>(service: &S)
where
    S::Handler(..): Send,
{
    is_send((service.handler())("a"))
}

fn some_arguments_of_associated_type<S: Service>(service: &S)
where
    S::Handler(&'static str): Send,
{
    is_send((service.handler())("a"))
}

async fn handle(text: &str) -> u8 {
    text.len() as u8
}

fn main() {
    inline(&handle);
    in_where_clause(handle);
    named_lifetime(handle);
    some_arguments(&async |n, _| n);
    other_trait(|text| text.to_string());
    of_supertrait(&handle);
    Server(handle).serve();
}
