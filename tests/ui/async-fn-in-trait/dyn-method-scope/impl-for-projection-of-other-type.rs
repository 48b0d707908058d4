//@ check-pass
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// An impl for a projection that is known to be no `dyn` type is like any other impl, and leaves
// the trait its `dyn` type. It is known also where it takes the impl's own bounds, or is said of
// a type that has bounds on `dyn` types; and of an associated type that is declared to have a
// size, nothing has to be known.

#![feature(async_fn_in_dyn_trait, dyn_method_scope)]
#![allow(incomplete_features)]

trait Has {
    type Type: ?Sized;
}

trait Store<U> {
    const N: u8;
    fn get(&self) -> u8;
}

struct Key;
impl Has for Key {
    type Type = u8;
}
impl Store<u8> for <Key as Has>::Type {
    const N: u8 = 1;
    fn get(&self) -> u8 {
        2
    }
}

struct Wrapper<T>(T);
impl<T: Clone> Has for Vec<T> {
    type Type = Wrapper<T>;
}
impl<T: Clone> Store<T> for <Vec<T> as Has>::Type {
    const N: u8 = 1;
    fn get(&self) -> u8 {
        2
    }
}

struct BoundOnDyn;
trait Marker {}
impl<T: ?Sized> Marker for Box<T> {}
impl Has for BoundOnDyn
where
    Box<dyn Store<u8>>: Marker,
{
    type Type = u16;
}
impl Store<u8> for <BoundOnDyn as Has>::Type {
    const N: u8 = 1;
    fn get(&self) -> u8 {
        2
    }
}

trait HasSized {
    type Type;
}
trait OfSized<U> {
    const N: u8;
}
impl<T: HasSized> OfSized<T> for <T as HasSized>::Type {
    const N: u8 = 1;
}

trait Fetch<U> {
    async fn fetch(&self) -> u8;
}
struct List<T>(T);
impl<T> Has for List<T> {
    type Type = Vec<T>;
}
impl<T> Fetch<T> for <List<T> as Has>::Type {
    async fn fetch(&self) -> u8 {
        1
    }
}

fn get(store: &dyn Store<u8>) -> u8 {
    store.get()
}
fn fetch(_: &dyn Fetch<u8>) {}

fn main() {
    get(&1u8);
    get(&Wrapper(1u8));
    fetch(std::boxed::Boxing::from_ref(&vec![1u8]));
}
