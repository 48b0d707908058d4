//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// What a `dyn` and its trait mention bounds its futures, too.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

use std::boxed::Boxing;
use std::rc::Rc;

trait Fetch<T> {
    async fn fetch(self: Rc<Self>) -> u32;
    async fn take(self: Rc<Self>, t: T) -> u32;
}
trait Of<'a> {
    async fn of(self: Rc<Self>) -> &'a str;
}
struct Holds<'a>(&'a String);
impl<T> Fetch<T> for Holds<'_> {
    async fn fetch(self: Rc<Self>) -> u32 {
        self.0.len() as u32
    }
    async fn take(self: Rc<Self>, _: T) -> u32 {
        0
    }
}

fn lives_on() -> impl Future<Output = u32> {
    let string = String::from("gone");
    let fetch: Rc<dyn Fetch<u8> + '_> = Boxing::new(Rc::new(Holds(&string)));
    //~^ ERROR `string` does not live long enough
    fetch.fetch()
}
fn argument_lives_on<'a>(fetch: Rc<dyn Fetch<&'a str>>, s: &'a str) -> impl Future + 'static {
    fetch.take(s)
    //~^ ERROR lifetime may not live long enough
}
fn trait_argument<'a>(of: Rc<dyn Of<'a>>) -> impl Future<Output = &'static str> {
    of.of()
    //~^ ERROR lifetime may not live long enough
}
fn made_too_long<'a>(holds: Holds<'a>) -> Rc<dyn Fetch<u8>> {
    Boxing::new(Rc::new(holds))
    //~^ ERROR lifetime may not live long enough
}
fn not_stretched<'a, 'b>(fetch: Rc<dyn Fetch<u8> + 'a>) -> Rc<dyn Fetch<u8> + 'b> {
    fetch
    //~^ ERROR lifetime may not live long enough
}

fn main() {}
