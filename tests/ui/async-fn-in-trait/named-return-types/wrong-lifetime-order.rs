//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// With its lifetimes in another order, the name is another type.

#![feature(named_return_types)]

trait Two {
    async fn two<'declared>(&self, d: &'declared u8);
}

fn swapped<'this, 'declared, T>(t: &'this T, d: &'declared u8) -> T::two<'this, 'declared>
where
    T: Two + 'declared,
{
    t.two(d)
    //~^ ERROR lifetime may not live long enough
    //~| ERROR lifetime may not live long enough
}

fn main() {}
