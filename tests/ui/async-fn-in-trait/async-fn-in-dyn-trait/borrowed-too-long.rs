//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A future lives no longer than what it borrows, and what it borrows is borrowed as long as it
// lives.

#![feature(async_fn_in_dyn_trait, named_return_types)]
#![allow(incomplete_features)]

trait Fetch {
    async fn fetch(&mut self, key: &str) -> u32;
    async fn read(&self) -> u32;
    async fn lend<'a>(&'a self, key: &str) -> &'a str;
    async fn give_back<'k>(&self, key: &'k str) -> &'k str;
    async fn consume(self: Box<Self>) -> u32;
}
fn assert_static<T: 'static>(_: T) {}
fn use_it<T>(_: T) {}
fn make() -> Box<dyn Fetch> {
    loop {}
}

fn argument_dies(fetch: &mut dyn Fetch) {
    let future = {
        let key = String::new();
        fetch.fetch(&key)
        //~^ ERROR `key` does not live long enough
    };
    use_it(future);
}
fn self_dies() {
    let future = {
        let fetch = make();
        fetch.read()
        //~^ ERROR `*fetch` does not live long enough
    };
    use_it(future);
}
fn self_is_borrowed(fetch: &mut dyn Fetch) {
    let first = fetch.fetch("");
    let second = fetch.fetch("");
    //~^ ERROR cannot borrow `*fetch` as mutable more than once at a time
    use_it((first, second));
}
fn self_is_borrowed_for_drop(fetch: &mut dyn Fetch) {
    let _first = fetch.fetch("");
    fetch.fetch("");
    //~^ ERROR cannot borrow `*fetch` as mutable more than once at a time
}
fn read_while_borrowed(fetch: &mut dyn Fetch) {
    let first = fetch.fetch("");
    use_it(fetch.read());
    //~^ ERROR cannot borrow `*fetch` as immutable because it is also borrowed as mutable
    use_it(first);
}
fn argument_is_borrowed(fetch: &mut dyn Fetch) {
    let mut key = String::new();
    let future = fetch.fetch(&key);
    key.push('x');
    //~^ ERROR cannot borrow `key` as mutable because it is also borrowed as immutable
    use_it(future);
}
async fn output_dies(fetch: &dyn Fetch) -> &str {
    let key = String::new();
    fetch.give_back(&key).await
    //~^ ERROR `key` does not live long enough
}
async fn output_of_another(fetch: Box<dyn Fetch>, key: &str) -> &str {
    fetch.lend(key).await
    //~^ ERROR `*fetch` does not live long enough
}
fn needs_static<'a>(fetch: &'a dyn Fetch) {
    assert_static(fetch.read());
    //~^ ERROR borrowed data escapes outside of function
}
fn owned_is_not_static<'a>(fetch: Box<dyn Fetch + 'a>) {
    assert_static(fetch.consume());
    //~^ ERROR borrowed data escapes outside of function
}
fn owned_is_static(fetch: Box<dyn Fetch>) {
    assert_static(fetch.consume());
}
fn returned<'a>(fetch: Box<dyn Fetch + 'a>) -> Box<dyn Future<Output = u32>> {
    Box::new(fetch.consume())
    //~^ ERROR lifetime may not live long enough
}
fn dropped_first(mut fetch: Box<dyn Fetch>) {
    let _future = fetch.fetch("");
    drop(fetch);
    //~^ ERROR cannot move out of `fetch` because it is borrowed
}
fn named<'a>(fetch: &'a dyn Fetch) -> <dyn Fetch as Fetch>::read<'a> {
    fetch.read()
    //~^ ERROR lifetime may not live long enough
}

fn main() {}
