//@ [current] check-pass
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A future among the type arguments of what a bound is about: that it is a future is known.

#![feature(async_auto_trait_bounds)]
#![allow(incomplete_features)]

use std::marker::PhantomData;

fn is_send<T: Send>(_: T) {}

trait Conn<'c> {
    type Held: Copy;
    fn held(&'c self) -> Self::Held;
}

struct Pool<'p>(&'p u8);

impl<'c, 'p> Conn<'c> for Pool<'p> {
    type Held = &'p u8;
    fn held(&'c self) -> &'p u8 {
        self.0
    }
}

struct OnClose<C, F>(C, #[allow(dead_code)] F);

impl<'c, C: Conn<'c>, F: Future> Conn<'c> for OnClose<C, F> {
    type Held = C::Held;
    fn held(&'c self) -> C::Held {
        self.0.held()
    }
}

struct Guard<'r, T>(T, PhantomData<*mut &'r ()>);

unsafe impl<'r, T: Send + 'r> Send for Guard<'r, T> {}

struct Lock<'r, C: Conn<'r>>(#[allow(dead_code)] Guard<'r, C::Held>)
where
    C::Held: 'r;

async fn hold<C: for<'x> Conn<'x>>(conn: &C) {
    let lock = Lock::<'_, C>(Guard(conn.held(), PhantomData));
    std::future::ready(()).await;
    let _ = &lock;
}

fn run<'p>(pool: Pool<'p>) {
    is_send(hold(&OnClose(pool, async {})));
    //[next]~^ ERROR
}

fn main() {}
