// Where a call needs its arguments, they are suggested as they could stand there: with named
// lifetimes in a where-clause, and with the arguments of a trait that is to be qualified.

//@ edition: 2024

#![feature(return_type_notation)]
#![allow(incomplete_features)]

trait Db {
    async fn get(&self, key: &u8, value: impl Sized) -> u8;
}
fn show(_: &u8, _: impl Sized) {}

fn method<'a, D: Db>(_: &'a D)
where
    D::get(..): Send, //~ ERROR nothing in this call tells
{
}
fn function()
where
    show(..): Send, //~ ERROR nothing in this call tells
{
}
type Converted = From::from(u8); //~ ERROR the arguments of this call do not tell

fn main() {}
