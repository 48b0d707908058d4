//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A `dyn` type need not say what an associated type is. Then methods that mention it are refused,
// and the type does not implement the trait. No coercion makes up what is not said.

#![feature(dyn_method_scope)]

trait Source {
    type Item;
    fn next(&mut self) -> Option<Self::Item>;
    fn is_empty(&self) -> bool;
    fn only(&self) where Self::Item: Clone;
}

trait Sub: Source {
    fn sub(&self) -> u32;
}

trait Fixed: Source<Item = u8> {}

fn says(s: &mut dyn Source<Item = u8>) -> bool {
    s.only();
    s.next().is_some_and(|item: u8| item > 0)
}

fn left_out(s: &mut dyn Source) {
    s.is_empty();
    s.next(); //~ ERROR the method `next` can't be used on `dyn Source`
    s.only(); //~ ERROR the method `only` can't be used on `dyn Source`
    <dyn Source>::next(s); //~ ERROR the method `next` can't be used on `dyn Source`
    generic(s); //~ ERROR the trait bound `dyn Source: Source` is not satisfied
}

fn generic<T: Source + ?Sized>(_: &mut T) {}

fn of_supertrait(s: &mut dyn Sub) {
    s.sub();
    s.is_empty();
    s.next(); //~ ERROR the method `next` can't be used on `dyn Sub`
    let _: &mut dyn Source = s;
}

fn said_by_supertrait(s: &mut dyn Fixed) -> Option<u8> {
    generic(s);
    s.next()
}

fn leave_out(s: &mut dyn Source<Item = u8>) -> &mut dyn Source {
    s
}

fn leave_out_boxed(s: Box<dyn Sub<Item = u8>>) -> Box<dyn Source> {
    s
}

fn forge(s: &dyn Source) -> &dyn Source<Item = u16> {
    s //~ ERROR mismatched types
}

fn forge_by_upcast(s: &dyn Sub) -> &dyn Source<Item = u16> {
    s //~ ERROR mismatched types
}

fn forge_by_cast(s: *const dyn Source) -> *const dyn Source<Item = u16> {
    s as *const dyn Source<Item = u16> //~ ERROR casting
}

fn another(s: &dyn Source<Item = u8>) -> &dyn Source<Item = u16> {
    s //~ ERROR mismatched types
}

struct Projection(<dyn Incomplete<Item = u8> as Incomplete>::Item);
//~^ ERROR the trait bound `(dyn Incomplete<Item = u8> + 'static): Incomplete` is not satisfied

trait Incomplete {
    type Item;
    fn generic<T>(&self);
}

fn in_body() {
    let _: <dyn Source as Source>::Item;
    //~^ ERROR the trait bound `dyn Source: Source` is not satisfied
    let _: <dyn Incomplete<Item = u8> as Incomplete>::Item = 1;
    //~^ ERROR the trait bound `dyn Incomplete<Item = u8>: Incomplete` is not satisfied
}

fn main() {}
