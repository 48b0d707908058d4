//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver
//@ check-pass

// `P::request: Send` is `for<'a> P::request<'a>: Send`: the bound is for all lifetimes.

#![feature(named_return_types)]

trait HttpRequestProvider {
    async fn request(&self, id: u32) -> String;
    async fn two<'d>(&self, declared: &'d str, elided: &str) -> String;
    async fn early<'a: 'a>(&'a self) -> String;
    async fn typed<T: Send>(&self, t: T) -> T;
    fn none() -> impl Sized;
}

fn assert_send<T: Send>(_: T) {}

fn all_in_where_clauses<P>(provider: P)
where
    P: HttpRequestProvider + Send + Sync + 'static,
    P::request: Send,
    <P as HttpRequestProvider>::two: Send,
    P::early: Send,
    P::typed<u8>: Send,
    P::none: Send,
{
    let (owned, name) = (String::new(), String::new());
    assert_send(provider.request(1));
    assert_send(provider.two(&owned, &name));
    assert_send(provider.early());
    assert_send(provider.typed(1_u8));
    assert_send(P::none());
}

// `for` of the where-clause itself stays what it is beside the lifetimes that are left out.
trait Tagged<'t> {}
impl<T> Tagged<'_> for T {}
trait Lends<'l> {
    async fn lend(&self, tag: &'l u8);
}
fn beside_other_binders<P>(_: P)
where
    P: for<'l> Lends<'l>,
    for<'l> <P as Lends<'l>>::lend: Tagged<'l>,
    for<'t> <P as Lends<'static>>::lend: Tagged<'t>,
{
}

struct Constant;
impl HttpRequestProvider for Constant {
    async fn request(&self, _: u32) -> String {
        String::new()
    }
    async fn two<'d>(&self, _: &'d str, _: &str) -> String {
        String::new()
    }
    async fn early<'a: 'a>(&'a self) -> String {
        String::new()
    }
    async fn typed<T: Send>(&self, t: T) -> T {
        t
    }
    fn none() -> impl Sized {}
}
impl<'l> Lends<'l> for Constant {
    async fn lend(&self, _: &'l u8) {}
}

fn main() {
    all_in_where_clauses(Constant);
    beside_other_binders(Constant);
}
