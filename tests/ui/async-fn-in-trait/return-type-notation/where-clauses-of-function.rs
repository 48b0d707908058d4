//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// The where-clauses of the function have to hold, even where nothing in the type tells of them.

#![feature(return_type_notation)]
#![allow(async_fn_in_trait)]

use std::fmt::Debug;

struct NotDebug;
fn show<T: Debug>(_: T) -> String {
    String::new()
}
trait Fetch {
    async fn fetch<T: Debug>(&mut self, id: T) -> u32;
    fn show<T: Debug>(&self, id: T) -> String;
}
struct Inherent<T>(T);
impl<T: Debug> Inherent<T> {
    fn new(_: T) -> u8 {
        0
    }
}

struct Field(show(NotDebug));
//~^ ERROR doesn't implement `Debug`
fn argument(_: Option<show(NotDebug)>) {}
//~^ ERROR doesn't implement `Debug`
fn generic<T>() -> show(T) {
    //~^ ERROR doesn't implement `Debug`
    String::new()
}
type Alias = show(NotDebug);
//~^ ERROR doesn't implement `Debug`
fn bounds<'a, F: Fetch + 'a>()
where
    show(NotDebug): Send,
    //~^ ERROR doesn't implement `Debug`
    F::show(&'a F, NotDebug): Send,
    //~^ ERROR doesn't implement `Debug`
    F::fetch::<NotDebug>(..): Send,
    //~^ ERROR doesn't implement `Debug`
    for<'b> F::show(&'b F, &'b NotDebug): Send,
    //~^ ERROR doesn't implement `Debug`
{
}
fn constraint<F: Fetch<show::<NotDebug>(..): Send>>() {}
//~^ ERROR doesn't implement `Debug`
fn in_impl_trait() -> impl Iterator<Item = show(NotDebug)> {
    //~^ ERROR doesn't implement `Debug`
    std::iter::empty()
}
struct OfImpl(Inherent::<NotDebug>::new(NotDebug));
//~^ ERROR doesn't implement `Debug`
struct Unsized(show(str));
//~^ ERROR the size for values of type `str` cannot be known
trait HasAssoc {
    type Assoc: Iterator<Item = show(NotDebug)>;
    //~^ ERROR doesn't implement `Debug`
}
impl Fetch for show(NotDebug) {
    //~^ ERROR doesn't implement `Debug`
    async fn fetch<T: Debug>(&mut self, _: T) -> u32 {
        0
    }
    fn show<T: Debug>(&self, _: T) -> show(T) {
        String::new()
    }
}

fn main() {
    let _: show(NotDebug) = String::new();
    //~^ ERROR doesn't implement `Debug`
    let _ = Vec::<show(NotDebug)>::new();
    //~^ ERROR doesn't implement `Debug`
}
