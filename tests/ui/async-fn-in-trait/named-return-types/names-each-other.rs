//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// Two impls whose methods return each other's type: a cycle, and no crash.

#![feature(named_return_types)]

trait Opaque {
    fn opaque(&self) -> impl Sized;
}

struct Chicken;
impl Opaque for Chicken {
    fn opaque(&self) -> Option<<Egg as Opaque>::opaque<'_>> {
        //[next]~^ ERROR cycle detected
        loop {}
    }
}

struct Egg;
impl Opaque for Egg {
    fn opaque(&self) -> Option<<Chicken as Opaque>::opaque<'_>> {
        //[current]~^ ERROR cycle detected
        loop {}
    }
}

fn main() {}
