//@ aux-build: dyn_by_key.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// An impl for a projection may be one for a `dyn` type that lacks the trait: none has both, whether
// or not the impl's own where-clauses say what the projection is.

extern crate dyn_by_key;

use dyn_by_key::{Fetch, Key, Source, Store, ToDyn};

pub struct Local<K>(K);

impl<K: 'static> Source<Local<K>> for <Key as ToDyn<Local<K>>>::Dyn
//~^ ERROR is `dyn Source<Local<K>>`, for which nobody can implement
where
    Key: ToDyn<Local<K>>,
{
    type Item = &'static str;
    fn next(&self) -> &'static str {
        "the impl's"
    }
}

impl<K: 'static> Fetch<Local<K>> for <Key as ToDyn<Local<K>>>::Async
//~^ ERROR is `dyn Fetch<Local<K>>`, for which nobody can implement
where
    Key: ToDyn<Local<K>>,
{
    async fn fetch(&self) -> u8 {
        1
    }
}

impl<K: 'static> Store<Local<K>> for <Key as ToDyn<Local<K>>>::Generic
//~^ ERROR is `dyn Store<Local<K>>`, for which nobody can implement
where
    Key: ToDyn<Local<K>>,
{
    fn get(&self) -> u8 {
        1
    }
}

pub struct Other<K>(K);

#[allow(uncovered_param_in_projection)]
impl<K: ToDyn<Other<K>>> Source<Other<K>> for <K as ToDyn<Other<K>>>::Dyn {
    //~^ ERROR may be a `dyn` type of `Source` that does not implement it
    type Item = &'static str;
    fn next(&self) -> &'static str {
        "the impl's"
    }
}

// That is known to be another type.
trait Has {
    type Type: ?Sized;
}
impl Has for Key {
    type Type = Local<u8>;
}
impl Source<u8> for <Key as Has>::Type {
    type Item = u8;
    fn next(&self) -> u8 {
        self.0
    }
}

fn main() {}
