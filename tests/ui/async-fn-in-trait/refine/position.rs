//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// The attribute is for methods of trait impls, and nothing else.

#![feature(refine, stmt_expr_attributes)]
#![refine]
//~^ ERROR attribute cannot be used on crates

#[refine] //~ ERROR attribute cannot be used on modules
mod module {}

#[refine] //~ ERROR attribute cannot be used on functions
fn function(#[refine] _x: u8) {}
//~^ ERROR attribute cannot be used on function params
//~| ERROR allow, cfg, cfg_attr, deny, expect, forbid, and warn are the only allowed built-in attributes in function parameters

#[refine] //~ ERROR attribute cannot be used on structs
struct Struct<#[refine] T> {
    //~^ ERROR attribute cannot be used on type parameters
    #[refine] //~ ERROR attribute cannot be used on struct fields
    field: T,
}

#[refine] //~ ERROR attribute cannot be used on inherent impl blocks
impl Struct<u8> {
    #[refine] //~ ERROR attribute cannot be used on inherent methods
    fn inherent(&self) -> u8 {
        self.field
    }
}

#[refine] //~ ERROR attribute cannot be used on traits
trait Fetch {
    #[refine] //~ ERROR attribute cannot be used on associated types
    type Item;
    #[refine] //~ ERROR attribute cannot be used on associated consts
    const CONST: u8;
    #[refine] //~ ERROR attribute cannot be used on required trait methods
    async fn fetch(&self) -> u8;
    #[refine] //~ ERROR attribute cannot be used on provided trait methods
    fn provided(&self) -> impl Sized {}
}

#[refine] //~ ERROR attribute cannot be used on trait impl blocks
impl Fetch for Struct<u8> {
    #[refine] //~ ERROR attribute cannot be used on associated types
    type Item = u8;
    #[refine] //~ ERROR attribute cannot be used on associated consts
    const CONST: u8 = 0;
    #[refine] // This is where it belongs.
    fn fetch(&self) -> std::future::Ready<u8> {
        #[refine] //~ ERROR attribute cannot be used on statements
        let ready = std::future::ready(self.inherent());
        #[refine] //~ ERROR attribute cannot be used on expressions
        ready
    }
}

fn main() {}
