// A `&mut T` in a variable is reborrowed where it is coerced. So it is where an adapter is
// suggested, which would take it otherwise.

//@ edition: 2024
//@ revisions: current next
//@ [next] compile-flags: -Znext-solver=globally
//@ run-rustfix

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features, dead_code)]

trait Issuer {
    async fn issue(&mut self, id: u32) -> u32;
}

struct Map;
impl Issuer for Map {
    async fn issue(&mut self, id: u32) -> u32 {
        id
    }
}

struct Endpoint<'a> {
    issuer: &'a mut Map,
}
impl Endpoint<'_> {
    fn issuer(&mut self) -> &mut dyn Issuer {
        self.issuer //~ ERROR cannot be converted to a `dyn Issuer` without an adapter
    }
}

fn twice(map: &mut Map) {
    let _: &mut dyn Issuer = map;
    //~^ ERROR cannot be converted to a `dyn Issuer` without an adapter
    let _: &mut dyn Issuer = map;
    //~^ ERROR cannot be converted to a `dyn Issuer` without an adapter
}
fn shared(map: &Map) -> &dyn Issuer {
    map //~ ERROR cannot be converted to a `dyn Issuer` without an adapter
}

fn main() {}
