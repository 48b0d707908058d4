//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// Without the gate, such traits have no `dyn`, and a note tells the gate's name.

#![feature(return_type_notation)]

trait Fetch {
    async fn fetch(&mut self, id: u32) -> u32;
}
trait ImplFuture {
    fn fetch(&self) -> impl Future<Output = u32>;
}
trait Sub: Fetch {}

struct Value;
impl Fetch for Value {
    async fn fetch(&mut self, id: u32) -> u32 {
        id
    }
}

fn by_reference(_: &mut dyn Fetch) {}
//~^ ERROR the trait `Fetch` is not dyn compatible
fn by_box(_: Box<dyn ImplFuture>) {}
//~^ ERROR the trait `ImplFuture` is not dyn compatible
fn sub(_: &dyn Sub) {}
//~^ ERROR the trait `Sub` is not dyn compatible
fn promises(_: &dyn Fetch<fetch(..): Send>) {}
//~^ ERROR associated type bounds are not allowed in `dyn` types
//~| ERROR the trait `Fetch` is not dyn compatible

fn main() {
    by_reference(&mut Value);
    //~^ ERROR the trait `Fetch` is not dyn compatible
    //[next]~| ERROR mismatched types
    let _: std::boxed::Boxing<u8>;
    //~^ ERROR use of unstable library feature `async_fn_in_dyn_trait`
}
