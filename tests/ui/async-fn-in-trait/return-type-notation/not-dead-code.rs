//@ check-pass
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// A function that only a call in a type names is used.

#![feature(return_type_notation)]
#![deny(dead_code)]
#![crate_type = "lib"]

struct Inherent;
impl Inherent {
    fn of_field(_: u8) -> u8 {
        0
    }
    fn of_bound() -> u8 {
        0
    }
    fn of_argument() -> u8 {
        0
    }
    fn of_alias() -> u8 {
        0
    }
    fn of_let() -> u8 {
        0
    }
    fn of_turbofish<T>(_: T) -> u8 {
        0
    }
    fn of_closure() -> u8 {
        0
    }
    fn of_const() -> u8 {
        0
    }
}
fn free() -> u8 {
    0
}

pub struct Public {
    pub field: Inherent::of_field(u8),
    pub free: Option<free()>,
}
pub fn public(_: Inherent::of_argument())
where
    Inherent::of_bound(): Send,
{
}
pub type Alias = Inherent::of_alias();

pub fn body() -> usize {
    let _: Option<Inherent::of_let()> = None;
    let _ = |x: Inherent::of_closure()| x;
    let _ = [0; const { size_of::<Inherent::of_const()>() }];
    size_of::<Inherent::of_turbofish::<u8>(u8)>()
}
