//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver
//@ check-pass

// A bound on the future of `request`, for every lifetime that it may borrow for, written by hand.

#![feature(named_return_types)]

trait HttpRequestProvider {
    async fn request(&self, id: u32) -> String;
}

fn spawn<T: Send + 'static>(_: T) {}

fn request_in_background<P>(provider: P)
where
    P: HttpRequestProvider + Send + Sync + 'static,
    for<'a> P::request<'a>: Send,
{
    spawn(async move { provider.request(1).await });
}

// A bound for one lifetime, which may be mentioned elsewhere, too.
fn with_outlives<'x, P>(_: &'x P)
where
    P: HttpRequestProvider,
    P::request<'x>: Send + 'x,
{
}
fn qualified<P>(_: &P)
where
    P: HttpRequestProvider,
    for<'a> <P as HttpRequestProvider>::request<'a>: Send,
{
}

struct Constant;
impl HttpRequestProvider for Constant {
    async fn request(&self, _: u32) -> String {
        String::new()
    }
}

fn main() {
    request_in_background(Constant);
    with_outlives(&Constant);
    qualified(&Constant);
}
