// The bound on what the returned type's method returns is checked where an impl returns that type.

//@ edition: 2024
//@ revisions: current next
//@ [next] compile-flags: -Znext-solver=globally

#![feature(async_auto_trait_bounds, named_return_types, refine)]

use std::rc::Rc;

trait Step {
    fn next(&self) -> impl Step<next: Send>;
}

impl Step for u8 {
    #[refine]
    fn next(&self) -> Rc<u8> {
        Rc::new(1)
    }
}

// Returns an `Rc`, which is fine as long as nobody returns a `u16`.
impl Step for Rc<u8> {
    #[refine]
    fn next(&self) -> u8 {
        //~^ ERROR `Rc<u8>` cannot be sent between threads safely
        //~| ERROR `Rc<u8>` cannot be sent between threads safely
        1
    }
}

fn main() {}
