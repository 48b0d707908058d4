//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// An associated type that is said for all lifetimes, for a trait whose arguments are written as a
// projection. The projection may be any type, of lifetimes in any order: which are meant is told by
// the other arguments.

#![feature(dyn_method_scope)]

use std::marker::PhantomData;

struct Three<'a, 'b, 'c>(PhantomData<(&'a u8, &'b u8, &'c u8)>);

trait Lend<'u, 'v> {
    type Ty;
}
impl<'u, 'v> Lend<'u, 'v> for () {
    type Ty = Three<'static, 'v, 'u>;
}

trait Super<T> {
    type Item;
    fn generic<R>(&self) {}
}
trait Table: for<'u, 'v> Super<(<() as Lend<'u, 'v>>::Ty, &'u str, &'v str), Item = &'v str> {
    fn second<'x, 'z>(
        &self,
        x: &'x str,
        z: &'z str,
    ) -> <Self as Super<(<() as Lend<'x, 'z>>::Ty, &'x str, &'z str)>>::Item;
}

struct Echo;
impl<'u, 'v> Super<(Three<'static, 'v, 'u>, &'u str, &'v str)> for Echo {
    type Item = &'v str;
}
impl Table for Echo {
    fn second<'x, 'z>(&self, _: &'x str, z: &'z str) -> &'z str {
        z
    }
}

fn extend<'a>(table: &dyn Table, s: &'a str) -> &'static str {
    table.second("static", s) //~ ERROR lifetime may not live long enough
}

fn of_second<'a>(table: &dyn Table, s: &'a str) -> &'a str {
    table.second("static", s)
}

fn of_static(table: &dyn Table, s: &str) -> &'static str {
    table.second(s, "static")
}

fn main() {
    let text = String::from("text");
    extend(&Echo, &text);
    of_second(&Echo, &text);
    of_static(&Echo, &text);
}
