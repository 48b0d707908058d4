//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// What a function returns has no name in the function's own default body, which is what says which
// type it is. In other bodies it has.

#![feature(named_return_types, return_type_notation)]
#![allow(dead_code)]

trait Fetch {
    async fn fetch(&self) -> usize {
        size_of::<Self::fetch<'_>>()
        //~^ ERROR the type that `fetch` returns can't be named in the default body of `fetch`
    }
    async fn in_closure(&self) {
        let _ = |_: Option<Self::in_closure<'_>>| ();
        //~^ ERROR the type that `in_closure` returns can't be named in the default body of
    }
    fn by_call(&self) -> impl Sized {
        let _: Option<Self::by_call(&Self)> = None;
        //~^ ERROR the type that `by_call` returns can't be named in the default body of `by_call`
    }
    async fn of_another(&self) {
        let _: Option<Self::fetch<'_>> = None;
        let _: Option<Self::by_call(&Self)> = None;
        let _: Option<<u8 as Fetch>::of_another<'_>> = None;
    }
}
impl Fetch for u8 {
    async fn fetch(&self) -> usize {
        size_of::<<u16 as Fetch>::fetch<'_>>()
    }
}
impl Fetch for u16 {}

fn main() {}
