//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver
//@ check-pass

// An explicit associated type of the name keeps its meaning, in the same trait or in another one in
// scope. The method's is a fallback.

#![feature(named_return_types)]

#![allow(non_camel_case_types)]

trait Both {
    type get;
    async fn get(&self) -> u8;
}
trait OnlyType {
    type fetch;
}
trait OnlyMethod {
    async fn fetch(&self) -> u8;
}
trait NeitherFuture {
    fn fetch(&self) -> u8;
}

fn same_trait<T: Both<get = u32>>(x: T::get) -> u32 {
    x
}
fn same_trait_qualified<T: Both<get = u32>>(x: <T as Both>::get) -> u32 {
    x
}
fn other_trait<T: OnlyMethod + OnlyType<fetch = u32>>(x: T::fetch) -> u32 {
    x
}
// Here, only one of the two methods gives its name to a type.
fn other_method<T: OnlyMethod + NeitherFuture>(x: &T) -> T::fetch<'_>
where
    T::fetch: Send,
{
    OnlyMethod::fetch(x)
}

struct S;
impl Both for S {
    type get = u32;
    async fn get(&self) -> u8 {
        0
    }
}
impl OnlyType for S {
    type fetch = u32;
}
impl OnlyMethod for S {
    async fn fetch(&self) -> u8 {
        0
    }
}
impl NeitherFuture for S {
    fn fetch(&self) -> u8 {
        0
    }
}

fn main() {
    same_trait::<S>(1);
    same_trait_qualified::<S>(1);
    other_trait::<S>(1);
    let _ = other_method(&S);
}
