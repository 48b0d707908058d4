// An attribute that is configured out enables no notation: what follows reads as without it.

//@ revisions: off on
//@ [on] check-pass
//@ edition: 2021
//@ [on] compile-flags: --cfg=nightly --cfg=feature="nightly"

#![allow(unexpected_cfgs, incomplete_features)]
#![cfg_attr(feature = "nightly", feature(return_type_notation))]
#![cfg_attr(all(nightly, not(nightly)), feature(return_type_notation))]

fn bar<T>() -> T {
    loop {}
}

fn main() {
    let _x = 1 as bar::<u8>();
    //[off]~^ ERROR cast cannot be followed by a function call
    //[off]~| ERROR expected type, found function `bar`
}
