// The parameters of a function are not in scope in its signature, not even in what is within a
// binder there.

//@ check-pass
//@ edition: 2024
//@ revisions: current next
//@ [next] compile-flags: -Znext-solver=globally

#![feature(return_type_notation)]
#![allow(incomplete_features)]

fn id() -> u8 {
    1
}

fn itself(id: id()) -> Option<id()> {
    Some(id)
}
fn fn_pointer(id: u8, _f: fn(id()) -> id()) -> u8 {
    id
}
fn fn_pointer_with_names(id: u8, _f: for<'a> fn(id: &'a id()) -> Option<&'a id()>) -> u8 {
    id
}
fn impl_trait(id: u8) -> impl Iterator<Item = id()> {
    [id].into_iter()
}
fn impl_fn(id: u8, f: impl Fn(id()) -> id()) -> u8 {
    f(id)
}
fn boxed(id: u8) -> Box<dyn Fn(id()) -> u8> {
    Box::new(move |x| id + x)
}
fn higher_ranked(id: u8, _f: impl for<'a> Fn(&'a id()) -> &'a id()) -> u8 {
    id
}

struct S;
impl S {
    fn method(&self, id: u8, f: &dyn Fn(id()) -> u8) -> impl Fn(id()) -> u8 {
        let x = f(id);
        move |y| x + y
    }
}

fn main() {
    let _closure = |id: u8, _f: fn(id()) -> id()| -> Option<id()> { Some(id) };
    itself(1);
    fn_pointer(1, |x| x);
    fn_pointer_with_names(1, |x| Some(x));
    impl_trait(1);
    impl_fn(1, |x| x);
    boxed(1);
    higher_ranked(1, |x| x);
    S.method(1, &|x| x);
}
