//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver
//@ check-pass

// `P: HttpRequestProvider<request: Send>` is `P: HttpRequestProvider, P::request: Send`, wherever
// an associated type bound may stand.

#![feature(named_return_types)]

trait HttpRequestProvider {
    async fn request(&self, id: u32) -> String;
}

fn assert_send<T: Send>(_: T) {}

fn in_where_clause<P>(provider: P)
where
    P: HttpRequestProvider<request: Send>,
{
    assert_send(provider.request(1));
}

fn in_generics<P: HttpRequestProvider<request: Send + Sized>>(provider: P) {
    assert_send(provider.request(1));
}

fn in_argument(provider: impl HttpRequestProvider<request: Send>) {
    assert_send(provider.request(1));
}

fn in_return_type() -> impl HttpRequestProvider<request: Send> {
    Constant
}

fn with_the_lifetime_written<'x, P: HttpRequestProvider<request<'x>: Send>>(provider: &'x P) {
    assert_send(provider.request(1));
}

trait SendProvider: HttpRequestProvider<request: Send> {}
impl<P: HttpRequestProvider<request: Send>> SendProvider for P {}
fn through_supertrait<P: SendProvider>(provider: P) {
    assert_send(provider.request(1));
}

trait HasProvider {
    type Provider: HttpRequestProvider<request: Send>;
    fn provider(&self) -> Self::Provider;
}
impl HasProvider for () {
    type Provider = Constant;
    fn provider(&self) -> Constant {
        Constant
    }
}
fn on_associated_type<H: HasProvider>(has: H) {
    assert_send(has.provider().request(1));
}

struct Constant;
impl HttpRequestProvider for Constant {
    async fn request(&self, _: u32) -> String {
        String::new()
    }
}

fn main() {
    in_where_clause(Constant);
    in_generics(Constant);
    in_argument(Constant);
    in_argument(in_return_type());
    with_the_lifetime_written(&Constant);
    through_supertrait(Constant);
    on_associated_type(());
}
