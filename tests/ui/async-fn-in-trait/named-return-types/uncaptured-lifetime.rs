//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// An `impl Trait` with `use<…>` need not capture all lifetimes of its function. The name takes them
// all the same, and they make no difference. What an argument with such a lifetime says about the
// others is required of those.

#![feature(named_return_types)]

trait Ids {
    fn ids(&self) -> impl Iterator<Item = u8> + use<Self>;
    fn through<'u, 'b>(&self, outlives: &'u &'b u8) -> impl Sized + use<'b, Self>;
    fn chain<'a, 'u, 'b>(
        &self,
        upper: &'u &'a u8,
        lower: &'b &'u u8,
    ) -> impl Sized + use<'a, 'b, Self>;
}

fn static_whatever_the_borrow<I: Ids + 'static>(ids: &I) -> I::ids<'static> {
    ids.ids()
}
fn outermost_reference<'b, I: Ids>(ids: &I, b: &'b u8) -> I::through<'static, 'b, 'static> {
    ids.through(&b)
}
fn chain<'a: 'b, 'b, I: Ids>(_: I::chain<'a, 'static, 'b, 'static>) {}
fn chain_not_shown<'a, 'b, I: Ids>(_: I::chain<'a, 'static, 'b, 'static>) {}
//[current]~^ ERROR lifetime bound not satisfied
//[next]~^^ ERROR lifetime mismatch

fn main() {}
