// What a trait asks of its own methods' futures can be more than a `dyn` can promise. Then the
// bound is to blame, not the method.

//@ edition: 2024
//@ revisions: current next
//@ [next] compile-flags: -Znext-solver=globally

#![feature(async_fn_in_dyn_trait, return_type_notation)]
#![allow(incomplete_features)]

trait MaybeSend: Send {}
impl<T: Send + ?Sized> MaybeSend for T {}

trait Middleware
where
    Self::handle(..): MaybeSend,
{
    async fn handle(&self);
}
fn middleware(_: &dyn Middleware) {} //~ ERROR the trait `Middleware` is not dyn compatible

fn main() {}
