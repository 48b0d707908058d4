//@ check-pass
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// An `impl Trait` that is bounded by a future tells what it is made of, as any other: the type of a
// literal, the signature of a closure, the target of a conversion.

#![feature(async_auto_trait_bounds, return_type_notation)]
#![allow(incomplete_features)]

trait Fetch {
    async fn fetch(&self) -> usize;
}

impl Fetch for Vec<u8> {
    async fn fetch(&self) -> usize {
        self.len()
    }
}

fn literal() -> impl Fetch<fetch(..): Send> {
    let mut v = Vec::new();
    v.push(1);
    v
}

impl<F: Fn(&str) -> usize + Sync> Fetch for F {
    async fn fetch(&self) -> usize {
        self("abc")
    }
}

fn closure() -> impl Fetch<fetch(..): Send> + Fn(&str) -> usize {
    |s| s.len()
}

fn all() -> impl Fetch + async Send + Iterator<Item = u8> {
    Numbers(vec![1, 2].into_iter().map(|x| x))
}

struct Numbers<I>(I);

impl<I: Iterator> Iterator for Numbers<I> {
    type Item = I::Item;
    fn next(&mut self) -> Option<I::Item> {
        self.0.next()
    }
}

impl<I: Sync + Iterator<Item = u8>> Fetch for Numbers<I> {
    async fn fetch(&self) -> usize {
        1
    }
}

fn collected() -> impl Fetch<fetch(..): Send> {
    [1_u16, 2].into_iter().map(|x| x as u8).collect::<Vec<_>>()
}

trait Step {
    fn next(self) -> impl Step + async Send;
    fn by_ref(&self) -> impl Step + async Send;
}

impl Step for u8 {
    fn next(self) -> impl Step + async Send {
        let mut all = Vec::new();
        all.push(1);
        all.into_iter().map(|x: u8| x).max().unwrap()
    }
    fn by_ref(&self) -> impl Step + async Send {
        self.pow(2)
    }
}

fn main() {
    let _ = literal().fetch();
    let _ = closure();
    let _ = all();
    let _ = collected();
    let _ = 1_u8.next();
}
