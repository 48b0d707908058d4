//@ check-pass
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// The subject of a bound: any arguments, these arguments, and the same as constraints.

#![feature(return_type_notation, impl_trait_in_assoc_type)]
#![allow(async_fn_in_trait, dead_code)]

use std::fmt::{Debug, Display};

struct ResourceId;
trait Fetch {
    async fn fetch(&mut self, request: ResourceId) -> u32;
    async fn fetch_two(&mut self, request: &ResourceId, other: &str) -> u32;
    fn len(&self) -> usize;
    fn get<'a>(&'a self) -> &'a str;
    fn nested(&self) -> Option<impl Sized>;
}
trait FetchMore: Fetch {}

fn is_send<T: Send>(_: T) {}

fn any_arguments<F: Fetch>(mut f: F)
where
    F::fetch(..): Send,
    <F as Fetch>::fetch_two(..): Send,
    F::len(..): Send + Copy,
    F::get(..): Debug,
    F::nested(..): Send,
{
    is_send(f.fetch(ResourceId));
    is_send(f.fetch_two(&ResourceId, &String::new()));
    is_send(f.nested());
}
fn these_arguments<F: Fetch>(mut f: F)
where
    for<'a> F::fetch(&'a mut F, ResourceId): Send,
    for<'a, 'b, 'c> F::fetch_two(&'a mut F, &'b ResourceId, &'c str): Send,
{
    is_send(f.fetch(ResourceId));
    is_send(f.fetch_two(&ResourceId, &String::new()));
}
fn one_lifetime<'a, F: Fetch>(f: &'a mut F)
where
    F::fetch(&'a mut F, ResourceId): Send,
{
    is_send(f.fetch(ResourceId));
}
fn as_constraint(mut x: impl Fetch<fetch(..): Send, len(..): Copy> + Send + 'static) {
    is_send(x.fetch(ResourceId));
}
fn as_constraint_of_supertrait<F: FetchMore<fetch(..): Send>>(mut f: F) {
    is_send(f.fetch(ResourceId));
}
fn as_constraint_with_arguments<F>(mut f: F)
where
    F: for<'a> Fetch<fetch(&'a mut F, ResourceId): Send>,
{
    is_send(f.fetch(ResourceId));
}
fn in_returned_impl_trait<F: Fetch<fetch(..): Send>>(f: F) -> impl Fetch<fetch(..): Send> {
    f
}

// The lifetime of the bound is not that of the method, whatever their order.
trait Of<'a> {}
trait Lends {
    fn lend<'b>(&'b self) -> impl for<'a> Of<'a>;
}
fn of<L: Lends>()
where
    for<'a> L::lend(..): Of<'a>,
    for<'a> <L as Lends>::lend(..): Of<'a>,
{
}
trait OfTwo<'a, 'b> {}
trait LendsTwo {
    fn lend<'b>(&'b self) -> impl for<'a> OfTwo<'a, 'b>;
}
fn needs_of_two<'x, 'y, T: OfTwo<'x, 'y>>(_: T) {}
fn of_two<'x, 'y, L: LendsTwo>(l: &'y L)
where
    for<'a, 'b> L::lend(&'b L): OfTwo<'a, 'b>,
{
    needs_of_two::<'x, 'y>(l.lend());
}
fn of_one<'x, 'y, L: LendsTwo>(l: &'y L)
where
    for<'a> L::lend(..): OfTwo<'a, 'a>,
{
    needs_of_two::<'x, 'x>(l.lend());
}

trait Generic {
    fn bar<'s, A: Debug, B>(&'s self, a: A, b: B) -> impl Sized;
    fn array<const N: usize>(x: [u8; N]) -> impl Sized;
}
fn by_arguments<S: Generic>(s: S)
where
    for<'s> S::bar(&'s S, u8, String): Send,
{
    is_send(s.bar(0u8, String::new()));
}
fn by_turbofish<S: Generic>(s: S)
where
    S::bar::<u8, String>(..): Send,
    S: Generic<array::<3>(..): Send>,
{
    is_send(s.bar(0u8, String::new()));
    is_send(S::array([0; 3]));
}
fn const_by_argument<S: Generic<array([u8; 4]): Send>>() {
    is_send(S::array([0; 4]));
}

fn make_default<T: Default>() -> T {
    T::default()
}
fn free_functions<T: Default>()
where
    make_default::<T>(): Send,
    make_default::<Option<T>>(..): Display,
    Vec::<u8>::with_capacity(..): Send,
    Vec::<T>::with_capacity(usize): Clone,
{
    is_send(T::default());
    let _ = Vec::<T>::new().clone();
    let _ = Option::<T>::None.to_string();
}
async fn sleep(_: &str) {}
fn async_function()
where
    sleep(..): Send,
    for<'a> sleep(&'a str): Send,
{
}

// `(..)` asks for no more than that there is such a method.
trait WithClauses {
    fn outlives<'a>(&'a self) -> impl Sized
    where
        Self: 'a;
    fn related<'a, 'b: 'a>(&'a self, x: &'b u8) -> impl Sized;
    fn send(&self) -> impl Sized
    where
        Self: Send;
}
fn with_clauses<X: WithClauses>()
where
    X::outlives(..): Send,
    X::related(..): Send,
    X::send(..): Send,
{
}
// What the inputs of a function imply holds for the calls in its signature.
fn implied<'a, X: WithClauses>(x: &'a X) -> X::outlives(&'a X) {
    x.outlives()
}

trait Implied: Fetch
where
    Self::fetch(..): Send,
{
}
trait WithAssoc {
    type Fetcher: Fetch<fetch(..): Send>;
    fn in_method(&self)
    where
        Self: Fetch,
        Self::fetch(..): Send;
}
impl<F: Fetch> Generic for Wrapper<F>
where
    F::len(..): Copy,
{
    fn bar<'s, A: Debug, B>(&'s self, _: A, _: B) -> impl Sized {}
    fn array<const N: usize>(_: [u8; N]) -> impl Sized {}
}
struct Wrapper<F>(F);
struct Bounded<F: Fetch>(F)
where
    F::fetch(..): Send;

fn main() {}
