//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// A function that does not return `impl Trait` itself has no type of its name.

#![feature(named_return_types)]

trait Mixed {
    fn len(&self) -> usize;
    fn maybe(&self) -> Option<impl Sized>;
    fn nothing(&self);
    async fn fetch(&self) -> impl Sized;
}

fn qualified<M: Mixed>(_: <M as Mixed>::len) {}
//~^ ERROR `len` does not name a type
fn relative<M: Mixed>(_: M::maybe<'_>) {}
//~^ ERROR `maybe` does not name a type
fn in_bound<M: Mixed>()
where
    M::len: Send,
    //~^ ERROR `len` does not name a type
{
}
fn in_constraint<M: Mixed<nothing: Send>>() {}
//~^ ERROR `nothing` does not name a type
fn of_the_trait_itself(_: Mixed::fetch<'_>) {}
//~^ ERROR ambiguous associated type

// The `impl Sized` is a part of what `fetch` returns here. The future has the name.
fn outer<M: Mixed>(m: &M) -> M::fetch<'_> {
    m.fetch()
}

fn main() {}
