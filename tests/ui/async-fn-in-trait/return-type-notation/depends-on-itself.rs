//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// What a signature says cannot depend on itself.

#![feature(return_type_notation)]
#![allow(async_fn_in_trait)]

fn direct() -> direct() {}
//~^ ERROR the type that `direct` returns is needed to know what it is
fn argument(_: argument(u8)) {}
//~^ ERROR the type that `argument` returns is needed to know what it is

fn first() -> Option<second()> {}
fn second() -> Vec<first()> {}
//~^ ERROR the type that `first` returns is needed to know what it is

fn one() -> two() {}
fn two() -> three() {}
fn three() -> one() {}
//~^ ERROR the type that `one` returns is needed to know what it is

fn through_alias() -> Alias {}
type Alias = through_alias();
//~^ ERROR the type that `through_alias` returns is needed to know what it is

struct Infinite(infinite());
//~^ ERROR recursive type `Infinite` has infinite size
//~| ERROR cycle detected when computing drop-check constraints for `Infinite`
fn infinite() -> Infinite {
    loop {}
}

trait Tr {
    fn method(&self) -> Self::method(&Self);
    //~^ ERROR the type that `method` returns is needed to know what it is
    async fn future(&self, _: Option<Self::future(&'static Self, u8)>);
    //~^ ERROR the type that `future` returns is needed to know what it is
    fn implemented(&self) -> impl Sized;
}
impl Tr for u8 {
    fn method(&self) {}
    async fn future(&self, _: Option<u8>) {}
    fn implemented(&self) -> Option<<u8 as Tr>::implemented(&u8)> {
        //~^ ERROR the type that `implemented` returns is needed to know what it is
        None
    }
}

fn main() {}
