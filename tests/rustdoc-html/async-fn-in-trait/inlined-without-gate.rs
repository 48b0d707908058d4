//@ edition: 2024
//@ aux-build: databases.rs

// `async Send` on what a method returns is shown as the `Send` of what a call gives, without the
// bounds on what that returns in turn.

#![crate_name = "foo"]

extern crate databases;

//@ has foo/fn.next.html
//@ has - '//pre[@class="rust item-decl"]' "pub fn next() -> impl Step + Send"
//@ !has - '//pre[@class="rust item-decl"]' "for<"
pub use databases::next;
