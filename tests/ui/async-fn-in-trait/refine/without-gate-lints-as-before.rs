//@ edition: 2024

// Without the gate, nobody hears of the attribute.

#![deny(refining_impl_trait)]

pub trait Fetch {
    fn ready(&self) -> impl Sized;
    fn captures(&self) -> impl Sized;
}

pub struct Public;
impl Fetch for Public {
    fn ready(&self) {}
    //~^ ERROR impl trait in impl method signature does not match trait method signature
    fn captures(&self) -> impl Sized + use<> {}
    //~^ ERROR impl trait in impl method captures fewer lifetimes than in trait
}

fn main() {}
