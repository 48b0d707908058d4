// Which method is meant, by what is `Send`, does not depend on a gate: an assumption is used where
// lifetimes are checked, and asks for nothing before.

//@ edition: 2024
//@ revisions: without current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally
//@ run-pass

#![cfg_attr(not(without), feature(async_auto_trait_bounds))]

use std::future::ready;

trait Conn<'c> {
    type Held;
}

struct Pool<'c>(#[allow(dead_code)] &'c u8);

impl<'c> Conn<'c> for Pool<'c> {
    type Held = &'c u8;
}

struct OfStatic;

impl Conn<'static> for OfStatic {
    type Held = u8;
}

struct Guard<'r, 'c, C: Conn<'c>>(#[allow(dead_code)] &'r C, #[allow(dead_code)] fn(&'c ()))
where
    C::Held: 'r;

fn guard<'r, 'c, C: Conn<'c>>(conn: &'r C) -> Guard<'r, 'c, C> {
    Guard(conn, |_| {})
}

async fn hold<'c, C: Conn<'c>>(conn: &C) {
    let guard = guard::<C>(conn);
    ready(()).await;
    let _ = &guard;
}

struct Asked<T>(#[allow(dead_code)] T);

trait IfSend {
    fn is_send(&self) -> bool;
}

impl<T: Send> IfSend for Asked<T> {
    fn is_send(&self) -> bool {
        true
    }
}

trait Otherwise {
    fn is_send(&self) -> bool;
}

impl<T> Otherwise for &Asked<T> {
    fn is_send(&self) -> bool {
        false
    }
}

fn main() {
    let number = 1;
    let pool = Pool(&number);
    assert!((&Asked(hold(&pool))).is_send());
    assert!((&Asked(hold(&OfStatic))).is_send());
    assert!(!(&Asked(std::rc::Rc::new(1))).is_send());
}
