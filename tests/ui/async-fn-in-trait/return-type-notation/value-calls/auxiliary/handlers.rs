//@ edition: 2024

#![feature(return_type_notation)]
#![allow(incomplete_features)]

pub trait Router {
    type Handler: AsyncFn(&str) -> usize + Send + Sync + 'static;
    fn handler(self) -> Self::Handler;
}

pub fn is_send<T: Send>(value: T) -> T {
    value
}

pub fn serve<F>(f: F) -> impl Future<Output = usize> + Send
where
    F: AsyncFn(&str) -> usize + Send + Sync + 'static,
    F(..): Send,
{
    is_send(async move { f("a").await + f(&String::from("bc")).await })
}

pub fn route<R: Router>(router: R) -> impl Future<Output = usize> + Send
where
    R::Handler(..): Send,
{
    serve(router.handler())
}

pub fn first<F: Fn(&'static str) -> R, R>(f: F) -> F(&'static str) {
    f("first")
}
