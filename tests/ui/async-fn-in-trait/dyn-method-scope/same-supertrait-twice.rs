//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A `dyn` type that has a supertrait several times says its associated types for each. Which one a
// method means can be told by types, and not by lifetimes: those of a call are not known to be
// equal.

#![feature(dyn_method_scope)]

trait Super<T> {
    type Item;
    fn generic<R>(&self) {}
}

trait Two<T, U>: Super<T, Item = T> + Super<U, Item = U> {
    fn first(&self) -> <Self as Super<T>>::Item;
    fn second(&self) -> <Self as Super<U>>::Item;
}

struct Pair<T, U>(T, U);

impl<T, U, X> Super<X> for Pair<T, U> {
    type Item = X;
}

impl<T: Clone, U: Clone> Two<T, U> for Pair<T, U> {
    fn first(&self) -> T {
        self.0.clone()
    }
    fn second(&self) -> U {
        self.1.clone()
    }
}

fn extend<'b>(d: &dyn Two<&'b str, &'static str>) -> &'static str {
    d.first() //~ ERROR the method `first` can't be used on
}

fn by_types(d: &dyn Two<u8, u16>) -> u16 {
    u16::from(d.first()) + d.second()
}

fn generic<T, U>(d: &dyn Two<T, U>) -> (T, U) {
    (d.first(), d.second())
}

trait HigherRanked<T>: for<'a> Super<&'a str, Item = &'a str> + Super<T, Item = T> {
    fn m<'x>(&self, x: &'x str) -> <Self as Super<&'x str>>::Item
    where
        'x: 'x;
}

fn extend_argument<'x>(d: &dyn HigherRanked<&'static str>, x: &'x str) -> &'static str {
    d.m(x) //~ ERROR the method `m` can't be used on
}

fn main() {
    let text = String::from("text");
    let _ = (extend(&Pair(&*text, "")), generic::<&str, &str>(&Pair(&*text, "")));
    by_types(&Pair(1_u8, 2_u16));
}
