//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// Two traits in scope offer the name: say which one is meant.

#![feature(named_return_types)]

trait Fetch {
    async fn fetch(&self) -> u8;
}
trait FetchAgain {
    fn fetch(&self) -> impl Future<Output = u8>;
}
trait Sub: Fetch + FetchAgain {}

fn in_signature<F: Fetch + FetchAgain>(_: F::fetch<'_>) {}
//~^ ERROR ambiguous associated type `fetch` in bounds of `F`
fn in_bound<F: Sub>()
where
    F::fetch: Send,
    //~^ ERROR ambiguous associated type `fetch` in bounds of `F`
{
}
fn in_constraint<F: Sub<fetch: Send>>() {}
//~^ ERROR ambiguous associated type `fetch` in bounds of `Sub`

fn disambiguated<F: Sub>(f: &F) -> <F as Fetch>::fetch<'_>
where
    <F as FetchAgain>::fetch: Send,
{
    Fetch::fetch(f)
}

fn main() {}
