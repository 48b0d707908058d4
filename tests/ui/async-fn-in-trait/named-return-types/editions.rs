//@ revisions: e2018 e2021 e2024
//@ [e2018] edition: 2018
//@ [e2021] edition: 2021
//@ [e2024] edition: 2024
//@ check-pass

// The name is the same in each edition that has `async fn`, whatever its rules of capturing.

#![feature(named_return_types)]

use std::future::Future;

trait Fetch {
    async fn fetch(&self, other: &str) -> u8;
    fn ids<'a>(&'a self, other: &str) -> impl Iterator<Item = u8> + 'a;
}

struct Pending<'a, F: Fetch + 'a>(F::fetch<'a, 'a>, F::ids<'a, 'a>);

fn start<'a, F: Fetch>(f: &'a F, other: &'a str) -> Pending<'a, F>
where
    F::fetch: Future<Output = u8>,
{
    Pending(f.fetch(other), f.ids(other))
}

struct One;
impl Fetch for One {
    async fn fetch(&self, _: &str) -> u8 {
        1
    }
    fn ids<'a>(&'a self, _: &str) -> impl Iterator<Item = u8> + 'a {
        0..1
    }
}

fn main() {
    let _ = start(&One, "");
}
