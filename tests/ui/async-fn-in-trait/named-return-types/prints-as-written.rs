//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// Messages print the type as a person can write it: with its trait, its name, and all of its
// arguments.

#![feature(named_return_types)]

trait Fetch {
    async fn fetch(&self) -> u8;
    async fn two<'d>(&self, d: &'d u8) -> u8;
    async fn typed<T, const N: usize>(&self, t: [T; N]) -> T;
}

fn mismatch<'a, F: Fetch>(f: &'a F) -> u8 {
    f.fetch()
    //~^ ERROR mismatched types
}
fn swapped<'a, F: Fetch + 'a>(fetch: F::fetch<'a>) -> F::typed<'a, u8, 3> {
    fetch
    //~^ ERROR mismatched types
}
fn no_method<'a, F: Fetch + 'static>(future: F::two<'a, 'static>) {
    future.no_such_method();
    //~^ ERROR no method named `no_such_method` found
}
fn unmet<F: Fetch>(f: F) {
    fn clone<T: Clone>(_: T) {}
    clone(f.typed([0_u8]));
    //~^ ERROR the trait bound `<F as Fetch>::typed<'_, u8, 1>: Clone` is not satisfied
}

fn main() {}
