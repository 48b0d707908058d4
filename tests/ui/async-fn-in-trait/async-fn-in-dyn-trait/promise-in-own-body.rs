//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// Whether a future is `Send` is not known in the body that it is made of. Another function can make
// the `dyn` that promises it.

#![feature(async_fn_in_dyn_trait, return_type_notation)]
#![allow(incomplete_features)]

use std::boxed::Boxing;

trait Step {
    async fn step(&self) -> Option<Box<dyn Step<step(..): Send>>>;
}
struct Down(u8);
impl Step for Down {
    async fn step(&self) -> Option<Box<dyn Step<step(..): Send>>> {
        let less = self.0.checked_sub(1)?;
        Some(Boxing::new(Box::new(Down(less))))
        //[current]~^ ERROR type annotations needed
        //[next]~^^ ERROR overflow evaluating the requirement
    }
}
struct DownElsewhere(u8);
impl Step for DownElsewhere {
    async fn step(&self) -> Option<Box<dyn Step<step(..): Send>>> {
        Some(elsewhere(self.0.checked_sub(1)?))
    }
}
fn elsewhere(step: u8) -> Box<dyn Step<step(..): Send>> {
    Boxing::new(Box::new(DownElsewhere(step)))
}

fn main() {}
