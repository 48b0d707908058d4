//@ edition: 2024

// An attribute macro and a derive helper that are named `refine`, too.

extern crate proc_macro;
use proc_macro::TokenStream;

/// Removes what it is on.
#[proc_macro_attribute]
pub fn refine(_: TokenStream, _: TokenStream) -> TokenStream {
    TokenStream::new()
}

#[proc_macro_derive(Refined, attributes(refine))]
pub fn derive_refined(_: TokenStream) -> TokenStream {
    TokenStream::new()
}
