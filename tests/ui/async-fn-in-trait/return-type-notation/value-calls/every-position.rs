// `F(A)` is a type wherever types are: what an `Fn` returns, and the future of an `AsyncFnOnce`.

//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally
//@ edition: 2024
//@ check-pass

#![feature(return_type_notation)]
#![allow(incomplete_features)]

struct Task<F: AsyncFnOnce(u32)> {
    running: F(u32),
}

fn start<F: AsyncFnOnce(u32)>(f: F) -> Task<F> {
    let running: F(u32) = f(1);
    Task { running }
}

fn twice<F: Fn(u8) -> R, R>(f: F) -> (F(u8), F(u8)) {
    (f(1), f(2))
}

// It is what the bound says.
fn is_r<F: Fn(u8) -> R, R>(f: F) -> R {
    let (first, _): (R, R) = twice(f);
    first
}

fn each<F>(f: F) -> Vec<F(&'static str)>
where
    F: FnMut(&'static str) -> u8,
{
    ["a", "b"].into_iter().map(f).collect()
}

// With several arguments, none, and one that borrows.
fn none<F: FnOnce() -> u8>(f: F) -> F() {
    f()
}
fn two<F: Fn(u8, u16) -> u32>(f: F) -> F(u8, u16) {
    f(1, 2)
}
fn borrows<'a, F: Fn(&'a str) -> &'a [u8]>(f: F, text: &'a str) -> F(&'a str) {
    f(text)
}
fn higher_ranked<F: Fn(&str) -> &[u8]>(f: F, text: &str) -> Vec<u8> {
    let bytes: F(&str) = f(text);
    bytes.to_vec()
}

trait Handler: Fn(u8) -> u16 {
    fn handle(&self) -> Self(u8) {
        self(1)
    }
}

trait Service {
    type Handler: Fn(u8) -> u16;

    fn handle(handler: Self::Handler) -> <Self as Service>::Handler(u8) {
        handler(1)
    }

    fn handle_by_name(handler: Self::Handler) -> Self::Handler(u8) {
        handler(1)
    }
}

fn main() {
    let _ = start(async |n| assert_eq!(n, 1)).running;
    let _: u8 = is_r(|n| n);
    let _ = each(|text| text.len() as u8);
    let _ = (none(|| 1), two(|a, b| a as u32 + b as u32), borrows(str::as_bytes, "a"));
    let _ = higher_ranked(str::as_bytes, "a");
}
