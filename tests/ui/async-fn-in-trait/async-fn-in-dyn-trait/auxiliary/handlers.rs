//@ no-prefer-dynamic
//@ edition: 2024

// A library whose methods mention what its methods return: as a promise, which a `dyn` may make, or
// by the type, which is another for the `dyn`.

#![crate_type = "rlib"]
#![feature(async_auto_trait_bounds, async_fn_in_dyn_trait)]
#![feature(named_return_types, return_type_notation)]
#![allow(incomplete_features, async_fn_in_trait)]

pub trait Handler: Sync {
    async fn handle(&self, request: &str, next: &[&dyn Handler<handle(..): Send>]) -> String;
}
pub trait Visit<'x>: Send + Sync {
    async fn visit<'a: 'a>(&'a self, next: Option<&'a (dyn Visit<'x, visit: Send> + 'x)>)
    -> String;
}
pub trait Turn: Sync {
    async fn turn(&self, other: &(dyn Turn + async Send)) -> Box<dyn Turn<turn(..): Send>>;
    fn count(&self) -> u8;
}

pub trait Takes: 'static {
    async fn fetch(&self) -> String;
    fn take(&self, future: Self::fetch<'static>);
}
pub trait GivesLater: 'static {
    async fn fetch(&self) -> String;
    async fn later(&self) -> Self::fetch<'static>;
}
pub trait Shows {
    async fn fetch(&self) -> String;
    fn show(&self)
    where
        Self::fetch(..): std::fmt::Debug;
}
