// In the next solver, a call within the function is of an opaque type of its own, with and without
// a gate: what it has is what its bounds say.

//@ edition: 2024
//@ revisions: without with
//@ compile-flags: -Znext-solver=globally
//@ run-pass

#![cfg_attr(with, feature(async_auto_trait_bounds))]

trait Name {
    fn name(&self) -> &'static str;
}

struct Named;

impl Named {
    #[allow(dead_code)]
    fn name(&self) -> &'static str {
        "inherent"
    }
}

impl Name for Named {
    fn name(&self) -> &'static str {
        "of the trait"
    }
}

fn named<'a>(number: &'a u8, is_inner: bool) -> impl Name + use<'a> {
    if is_inner {
        return Named;
    }
    assert_eq!(named(&1, true).name(), "of the trait");
    let _ = number;
    Named
}

fn main() {
    named(&2, false);
}
