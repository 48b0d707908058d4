//@ run-pass
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A `dyn` type that has a trait several times, or for all lifetimes: what tells which type
// is meant.

#![feature(dyn_method_scope)]
#![allow(dead_code)]

trait Super<T> {
    type Item;
    fn generic<R>(&self) {}
    fn get(&self, t: T) -> Self::Item;
}

trait Two<T, U>: Super<T, Item = T> + Super<U, Item = U> {
    fn first(&self) -> <Self as Super<T>>::Item;
}

struct S;
impl Super<u8> for S {
    type Item = u8;
    fn get(&self, t: u8) -> u8 {
        t
    }
}
impl Super<u16> for S {
    type Item = u16;
    fn get(&self, t: u16) -> u16 {
        t
    }
}
impl Two<u8, u16> for S {
    fn first(&self) -> u8 {
        self.get(1_u8)
    }
}
impl Two<u8, u8> for S {
    fn first(&self) -> u8 {
        self.get(2_u8)
    }
}

// By path, with arguments that are not written.
fn by_path(two: &dyn Two<u8, u16>) -> u8 {
    <dyn Two<u8, u16>>::first(two)
}

// Twice the same is once.
fn twice(two: &dyn Two<u8, u8>) -> u8 {
    two.first()
}

struct Len;
impl<'a, F> Super<(&'a str, F)> for Len {
    type Item = &'a str;
    fn get(&self, t: (&'a str, F)) -> &'a str {
        t.0
    }
}
impl<'a> Super<&'a str> for Len {
    type Item = &'a str;
    fn get(&self, t: &'a str) -> &'a str {
        t
    }
}

fn higher_ranked_by_path(d: &dyn for<'a> Super<&'a str, Item = &'a str>) -> usize {
    <dyn for<'a> Super<&'a str, Item = &'a str>>::get(d, "ab").len()
}

// `F` turns out to be a function pointer after the call.
fn make<F>() -> Box<dyn for<'a> Super<(&'a str, F), Item = &'a str>> {
    Box::new(Len)
}

// A lifetime of the binder that the associated type does not mention.
trait Row<'a> {
    type Out;
    fn row(&self, x: &'a str) -> Self::Out;
    fn generic<R>(&self) {}
}
trait Both<'a, 'b>: Row<'a, Out = &'a str> {}
trait Sub: for<'a, 'b> Both<'a, 'b> {}
impl<'a> Row<'a> for Len {
    type Out = &'a str;
    fn row(&self, x: &'a str) -> &'a str {
        x
    }
}
impl<'a, 'b> Both<'a, 'b> for Len {}
impl Sub for Len {}
fn unused_lifetime(d: &dyn Sub) -> usize {
    d.row("abc").len()
}

fn main() {
    assert_eq!(by_path(&S), 1);
    assert_eq!(twice(&S), 2);
    assert_eq!(higher_ranked_by_path(&Len), 2);
    let made = make();
    assert_eq!(made.get(("abcd", main as fn())), "abcd");
    assert_eq!(unused_lifetime(&Len), 3);
}
