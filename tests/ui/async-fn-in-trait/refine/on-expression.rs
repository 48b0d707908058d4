// `#[refine]` where it does not belong comes with no further trouble, not even where something is
// wrong with what it is on.

//@ edition: 2024

#![feature(refine, stmt_expr_attributes)]

fn main() {
    let _: u8 = #[refine] //~ ERROR `#[refine]` attribute cannot be used on expressions
    "one"; //~ ERROR mismatched types
    #[refine] //~ ERROR `#[refine]` attribute cannot be used on statements
    let _: u8 = "one"; //~ ERROR mismatched types
    match 1u8 {
        #[refine] //~ ERROR `#[refine]` attribute cannot be used on match arms
        0 => "one",
        _ => 1, //~ ERROR `match` arms have incompatible types
    };
}
