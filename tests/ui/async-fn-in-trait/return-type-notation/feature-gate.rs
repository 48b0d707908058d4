//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// gate-test-return_type_notation

// Without the feature, whatever is new names the gate.

trait Fetch {
    fn fetch(&self) -> impl Sized;
}
fn identity<T>(x: T) -> T {
    x
}

type Free = identity(u8);
//~^ ERROR return type notation is experimental
type Turbofish = identity::<u8>(u8);
//~^ ERROR return type notation is experimental
type Qualified<'a> = <u8 as Fetch>::fetch(&'a u8);
//~^ ERROR return type notation is experimental
fn bounds<F: Fetch>()
where
    F::fetch(..): Send,
    //~^ ERROR return type notation is experimental
    for<'a> F::fetch(&'a F): Send,
    //~^ ERROR argument types not allowed with return type notation
    identity::<u8>(..): Send,
    //~^ ERROR return type notation is experimental
{
}
#[cfg(false)]
type ConfiguredOut = identity::<u8>(u8);
//~^ ERROR return type notation is experimental

fn main() {}
