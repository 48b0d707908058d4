//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A where-clause that a `dyn` type has a trait which it lacks is refused, also if a lifetime keeps
// it from being a trivial bound.

#![feature(async_fn_in_dyn_trait, dyn_method_scope)]
#![allow(incomplete_features)]

trait Fetch {
    async fn fetch(&self, id: u32) -> u32;
    fn generic<T>(&self, t: T);
}

fn of_function<'a>(x: &'a (dyn Fetch + 'a))
where
    dyn Fetch + 'a: Fetch, //~ ERROR `(dyn Fetch + 'a)` does not implement `Fetch`
{
    let _ = Fetch::fetch(x, 1);
}

trait OfTrait<'a>
where
    dyn Fetch + 'a: Fetch, //~ ERROR `(dyn Fetch + 'a)` does not implement `Fetch`
{
    fn call(x: &(dyn Fetch + 'a)) {
        let _ = Fetch::fetch(x, 1);
    }
}

fn main() {}
