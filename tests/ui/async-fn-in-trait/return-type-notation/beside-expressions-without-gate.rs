// Without the feature, a call in the generic arguments of an expression, after `as`, or after the
// `:` of a `let` without `=` is more often meant as an expression: that suggestion stays.

fn make<T>() -> u8 {
    0
}
fn repeat<const N: u8>() {}

fn generic_argument() {
    repeat::<make::<u8>()>();
    //~^ ERROR expected one of
}
fn cast() {
    let _ = 1 as make::<u8>();
    //~^ ERROR cast cannot be followed by a function call
    //~| ERROR expected type, found function `make`
}
fn one() -> u8 {
    1
}
fn plain_generic_argument() {
    repeat::<one()>();
    //~^ ERROR expected type, found function `one`
    //~| ERROR unresolved item provided when a constant was expected
}
fn instead_of_initializer() {
    let _x: one();
    //~^ ERROR expected type, found function `one`
}
// In other types, the feature is named.
fn in_let() {
    let _: make::<u8>() = 0;
    //~^ ERROR return type notation is experimental
    let _: one() = 1;
    //~^ ERROR return type notation is experimental
}
fn nested() {
    let _: Option<make::<u8>()> = None;
    //~^ ERROR return type notation is experimental
}

fn main() {}
