//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// Where a bound would need a `for<…>` of its own, or a lifetime without a name, none is suggested.

#![feature(named_return_types)]

trait Fetch {
    async fn fetch(&self);
}
trait Nested {
    fn nested(&self) -> impl Fetch + use<Self>;
}
trait WithLifetime<'a> {
    async fn with_lifetime(&self);
}

fn assert_send<T: Send>(_: T) {}

fn nested<N: Nested>(n: N) {
    let nested = n.nested();
    assert_send(nested.fetch());
    //~^ ERROR cannot be sent between threads safely
}
fn higher_ranked<W: for<'a> WithLifetime<'a>>(w: W) {
    assert_send(w.with_lifetime());
    //~^ ERROR cannot be sent between threads safely
}

fn main() {}
