//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// Each generic parameter is what the arguments or the turbofish say. One that neither settles is
// named in the error.

#![feature(return_type_notation)]

fn make_default<T: Default>() -> T {
    T::default()
}
fn two<A, B: Default>(_: A) -> (A, B) {
    panic!()
}
fn count<const N: usize>() -> [u8; N] {
    [0; N]
}
fn takes_impl(_: impl Sized) -> impl Sized {}
fn unrelated<'a>(_: u8) -> &'a str {
    ""
}
struct S<T>(T);
impl<T: Default> S<T> {
    fn new() -> T {
        T::default()
    }
}
trait Make {
    fn make<T: Default>(&self) -> T;
    fn bar<A, B>(&self, a: A, b: B) -> impl Sized;
    fn new() -> u8;
}

type Nothing = make_default();
//~^ ERROR nothing in this call tells what the type parameter `T` of `make_default` is
type One = two(u8);
//~^ ERROR the arguments of this call do not tell what the type parameter `B` of `two` is
type Count = count();
//~^ ERROR nothing in this call tells what the const parameter `N` of `count` is
type SelfType = Make::new();
//~^ ERROR nothing in this call tells which type's `new` it is
struct Lifetime {
    x: unrelated(u8),
    //~^ ERROR the arguments of this call do not tell what the lifetime `'a` of `unrelated` is
}
fn bounds<M: Make>()
where
    make_default(..): Send,
    //~^ ERROR nothing in this call tells what the type parameter `T` of `make_default` is
    M::make(..): Send,
    //~^ ERROR nothing in this call tells what the type parameter `T` of `make` is
    M::bar(..): Send,
    //~^ ERROR nothing in this call tells what the type parameter `A` of `bar` is
    takes_impl(..): Send,
    //~^ ERROR nothing in this call tells the type of the `impl Sized` that `takes_impl` takes
{
    let _: make_default() = 0u8;
    //~^ ERROR nothing in this call tells what the type parameter `T` of `make_default` is
    // In a body, a lifetime is inferred, and so is whatever `_` leaves open.
    let _: unrelated(u8) = "";
    let _: two(_) = (0u8, 1u8);
    let _: S::<_>::new() = 0u8;
}

fn main() {}
