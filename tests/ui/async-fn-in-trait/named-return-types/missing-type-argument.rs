// A name takes type arguments that nothing could infer.

//@ edition: 2024
//@ revisions: current next
//@ [next] compile-flags: -Znext-solver=globally

#![feature(named_return_types)]

trait Store {
    async fn put<T>(&self, value: T);
}

fn where_clause<S: Store>()
where
    S::put: Send, //~ ERROR missing generics for method `Store::put`
{
}
fn constraint<S: Store<put: Send>>() {} //~ ERROR missing generics for method `Store::put`

fn main() {}
