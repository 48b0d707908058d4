// Without the gate, `F(..)` and `F(A)` read as they do upstream.

//@ edition: 2024

fn elided<F: Fn(u8) -> u8>(_: F)
where
    F(..): Send,
    //~^ ERROR expected function, found type parameter `F`
    //~| ERROR return type notation is experimental
    //~| ERROR return type notation not allowed in this position yet
{
}

fn written<F: Fn(u8) -> u8>(_: F) -> F(u8) {
    //~^ ERROR parenthesized type parameters may only be used with a `Fn` trait
    //~| ERROR type arguments are not allowed on type parameter `F`
    loop {}
}

fn main() {}
