// A call can't be for all types: neither by its arguments nor by its turbofish.

//@ edition: 2024
//@ revisions: current next
//@ [next] compile-flags: -Znext-solver=globally

#![feature(named_return_types, return_type_notation, non_lifetime_binders)]
#![allow(incomplete_features)]

trait Bytes {
    async fn read<V>(&self, value: V);
    async fn array<const N: usize>(&self);
}
fn free<V>() {}

fn turbofish<B: Bytes>()
where
    for<V> B::read::<V>(..): Send,
    //~^ ERROR cannot mention a type of a `for<…>`
{
}
fn nested<B: Bytes>()
where
    for<V> B::read::<Vec<V>>(..): Send,
    //~^ ERROR cannot mention a type of a `for<…>`
{
}
fn constraint<B>()
where
    for<V> B: Bytes<read::<V>(..): Send>,
    //~^ ERROR cannot mention a type of a `for<…>`
{
}
fn of_free()
where
    for<V> free::<V>(): Send,
    //~^ ERROR cannot mention a type of a `for<…>`
{
}
fn name<B: Bytes>()
where
    for<V> B::read<V>: Send,
{
}

fn main() {}
