// An associated type or constant whose lifetimes are not those of the trait's is E0195 as without a
// gate: what `#[async_trait]` makes is looked for in methods.

//@ edition: 2024

#![feature(named_return_types)]

trait Lend {
    type Item<'a>;
    fn lend<'a: 'a>(&'a self);
}

impl Lend for u8 {
    type Item = u32; //~ ERROR lifetime parameters or bounds on associated type `Item`
    fn lend(&self) {} //~ ERROR lifetime parameters do not match the trait definition
}

fn main() {}
