//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// That a method says how long its future lives says nothing of what it is called with: not that a
// parameter of the trait lives as long, nor that a where-clause of the method holds for longer.

#![feature(async_fn_in_dyn_trait, named_return_types)]
#![allow(incomplete_features)]

use std::fmt::Debug;

trait Start<T> {
    fn start(&self) -> impl Future<Output = ()> + 'static;
}
fn of_static<'a, T: Debug + 'a>(
    _: Option<&'static <dyn Start<T> + 'a as Start<T>>::start<'a>>,
    value: T,
) -> Box<dyn Debug> {
    Box::new(value) //~ ERROR the parameter type `T` may not live long enough
}

trait Store<T> {
    fn put<'a>(&'a self, value: &'a T) -> impl Future<Output = ()> + 'a
    where
        T: 'a;
}
fn of_where_clause<'a, T: Debug + 'a>(
    _: Option<<dyn Store<T> + 'a as Store<T>>::put<'a>>,
    value: T,
) -> Box<dyn Debug> {
    Box::new(value) //~ ERROR the parameter type `T` may not live long enough
}

// In generic code it is the same.
fn generic<'a, T: Debug + 'a, S: Start<T> + 'a>(
    _: Option<&'static <S as Start<T>>::start<'a>>,
    value: T,
) -> Box<dyn Debug> {
    Box::new(value) //~ ERROR the parameter type `T` may not live long enough
}

fn main() {
    let text = String::from("on the heap");
    let _: Box<dyn Debug + '_> = of_static::<&str>(None, &text);
}
