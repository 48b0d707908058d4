//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// The name carries the lifetimes that the future borrows for, so a future that is kept under its
// name past its borrow is refused.

#![feature(named_return_types)]

trait Fetch {
    async fn fetch(&mut self) -> u8;
}

struct One;
impl Fetch for One {
    async fn fetch(&mut self) -> u8 {
        1
    }
}

struct Pending<'a, F: Fetch + 'a> {
    inner: Option<F::fetch<'a>>,
}

fn dropped_before_its_future() {
    let mut pending = Pending::<One> { inner: None };
    {
        let mut one = One;
        pending.inner = Some(one.fetch());
        //~^ ERROR `one` does not live long enough
    }
    drop(pending);
}

fn two_at_once<F: Fetch>(f: &mut F) {
    let first: F::fetch<'_> = f.fetch();
    let second: F::fetch<'_> = f.fetch();
    //~^ ERROR cannot borrow `*f` as mutable more than once at a time
    drop((first, second));
}

fn used_while_borrowed(mut one: One) {
    let future: <One as Fetch>::fetch<'_> = one.fetch();
    let moved = one;
    //~^ ERROR cannot move out of `one` because it is borrowed
    drop(future);
    drop(moved);
}

fn stretched<'long, F: Fetch + 'long>(f: &mut F) -> F::fetch<'long> {
    f.fetch()
    //~^ ERROR explicit lifetime required in the type of `f`
}

fn stretched_by_coercion<'short, 'long, F: Fetch>(future: F::fetch<'short>) -> F::fetch<'long>
where
    F: 'short + 'long,
{
    future
    //~^ ERROR lifetime may not live long enough
    //~| ERROR lifetime may not live long enough
}

fn made_static<F: Fetch + 'static>(f: &mut F) {
    fn keep<T: 'static>(_: T) {}
    keep::<F::fetch<'static>>(f.fetch());
    //~^ ERROR borrowed data escapes outside of function
}

fn main() {}
