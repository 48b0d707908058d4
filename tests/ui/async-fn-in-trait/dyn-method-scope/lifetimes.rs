//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A method of a `dyn` type has the lifetimes that this gives to the trait, though the trait is not
// implemented.

#![feature(dyn_method_scope)]

trait Get<'a> {
    fn get(&self) -> &'a str;
    fn set(&mut self, to: &'a str);
    fn generic<T>(&self);
}

trait Sub<'b>: Get<'b> {
    fn sub(&self) -> &'b str;
}

trait Item {
    type Item;
    fn item(&self) -> Self::Item;
    fn generic<T>(&self);
}

fn get<'a>(s: &dyn Get<'a>) -> &'static str {
    s.get() //~ ERROR lifetime may not live long enough
}

fn set<'a>(s: &mut dyn Get<'static>, to: &'a str) {
    s.set(to) //~ ERROR borrowed data escapes
}

fn path<'a>(s: &dyn Get<'a>) -> &'static str {
    <dyn Get<'a>>::get(s) //~ ERROR lifetime may not live long enough
}

fn value<'a>(s: &dyn Get<'a>) -> &'static str {
    let f = <dyn Get<'a>>::get;
    f(s) //~ ERROR lifetime may not live long enough
}

fn pointer<'a, 'd>(_: &'d dyn Get<'a>) -> for<'x> fn(&'x (dyn Get<'a> + 'd)) -> &'static str {
    <dyn Get<'a> + 'd>::get //~ ERROR lifetime may not live long enough
}

fn inferred<'a>(s: &dyn Get<'a>) -> &'static str {
    [s].into_iter().map(<dyn Get<'_>>::get).next().unwrap() //~ ERROR lifetime may not live long enough
}

fn of_supertrait<'a>(s: &dyn Sub<'a>) -> &'static str {
    s.get() //~ ERROR lifetime may not live long enough
}

fn of_subtrait<'a>(s: &dyn Sub<'a>) -> &'static str {
    s.sub() //~ ERROR lifetime may not live long enough
}

fn upcast<'r, 'a>(s: &'r dyn Sub<'a>) -> &'r dyn Get<'static> {
    s //~ ERROR lifetime may not live long enough
}

fn item<'a>(s: &dyn Item<Item = &'a str>) -> &'static str {
    s.item() //~ ERROR lifetime may not live long enough
}

// All of these are fine.
fn for_all(s: &dyn for<'a> Get<'a>) -> &'static str {
    s.get()
}

fn same<'a>(s: &dyn Sub<'a>) -> (&'a str, &'a str, &'a str) {
    let get: &dyn Get<'a> = s;
    (s.get(), s.sub(), get.get())
}

fn same_item<'a>(s: &dyn Item<Item = &'a str>) -> &'a str {
    s.item()
}

fn main() {}
