//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// Which of several associated types is meant goes by all that is inferred, also after the call.

#![feature(dyn_method_scope)]

use std::any::Any;

trait Super<T> {
    type Item;
    fn generic<R>(&self) {}
}
trait Two<T, U>: Super<T, Item = T> + Super<U, Item = U> {
    fn first(&self) -> <Self as Super<T>>::Item;
    fn leak(&self) -> Box<dyn Any>
    where
        <Self as Super<T>>::Item: 'static;
}

fn make<T, U>() -> Box<dyn Two<T, U>> {
    loop {}
}

fn fill<'d, T>(_: &mut Option<Box<dyn Two<T, &'static str> + 'd>>, _: T) {}

fn return_type() {
    let two = make::<_, &'static str>();
    let first = two.first(); //~ ERROR the method `first` can't be used on `dyn Two<&str, &str>`
    let _: &str = first;
}

fn where_clause(s: &str) -> Box<dyn Any> {
    let mut two: Option<Box<dyn Two<_, &'static str> + '_>> = None;
    let leak = |two: &Option<Box<dyn Two<_, &'static str> + '_>>| two.as_ref().unwrap().leak();
    //~^ ERROR the method `leak` can't be used on `dyn Two<&str, &str>`
    fill(&mut two, s);
    leak(&two)
}

fn main() {}
