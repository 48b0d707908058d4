//@ edition: 2024
//@ aux-build: lends.rs

// A crate with the gates, and one to be used by crates without.

#![feature(return_type_notation, named_return_types)]

pub extern crate lends;

pub use lends::{Lend, Stretch, stretch};

pub type Lent<'l, 's> = lends::lend(&'l &'s str);
pub type Nested<'l, 's> = <lends::nested(&'l &'s str) as Iterator>::Item;
pub type OfImpl<'l, 's> = <&'s str as Lend>::lend<'l, 'l>;

// Takes what a call returns, and may not rely on more than it says.
pub fn takes<'l, 's: 'l>(_: Option<Lent<'l, 's>>, s: &'s str) -> &'l str {
    s
}
