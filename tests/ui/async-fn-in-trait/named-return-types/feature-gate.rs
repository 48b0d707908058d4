//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// gate-test-named_return_types
//
// Without the gate, the names are refused, in every position, and the gate is named.


trait Fetch {
    async fn fetch(&self) -> u8;
    fn len(&self) -> usize;
}

fn relative<F: Fetch>(_: F::fetch<'_>) {}
//~^ ERROR naming the type that `fetch` returns is experimental
fn qualified<F: Fetch>(_: <F as Fetch>::fetch<'_>) {}
//~^ ERROR naming the type that `fetch` returns is experimental
fn in_bound<F: Fetch>()
where
    F::fetch: Send,
    //~^ ERROR naming the type that `fetch` returns is experimental
    for<'a> F::fetch<'a>: Send,
    //~^ ERROR naming the type that `fetch` returns is experimental
    <F as Fetch>::fetch: Send,
    //~^ ERROR naming the type that `fetch` returns is experimental
{
}
fn in_constraint<F: Fetch<fetch: Send>>() {}
//~^ ERROR naming the type that `fetch` returns is experimental
fn in_body<F: Fetch>(f: F) {
    let _: F::fetch<'_> = f.fetch();
    //~^ ERROR naming the type that `fetch` returns is experimental
}

trait FetchAgain {
    async fn fetch(&self) -> u8;
}
fn whichever_it_is<F: Fetch + FetchAgain>(_: F::fetch<'_>) {}
//~^ ERROR naming the type that `fetch` returns is experimental

// What names no type with the gate either reads as it always did.
fn no_such_name<F: Fetch>(_: F::len, _: <F as Fetch>::len) {}
//~^ ERROR expected type, found function
//~| ERROR expected associated type, found associated function

fn main() {}
