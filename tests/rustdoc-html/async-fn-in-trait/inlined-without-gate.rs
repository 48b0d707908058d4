//@ edition: 2024
//@ aux-build: databases.rs

// A bound on what a method returns is shown by the method, also in a crate without a gate that
// shows it as its own.

#![crate_name = "foo"]

extern crate databases;

//@ has foo/fn.in_background.html
//@ has - '//pre[@class="rust item-decl"]' "where D: Database + Send, <D as Database>::get(..): Send,"
//@ !has - '//pre[@class="rust item-decl"]' "impl Future"
pub use databases::in_background;

//@ has foo/fn.next.html
//@ has - '//pre[@class="rust item-decl"]' "pub fn next() -> impl Step + Send"
//@ !has - '//pre[@class="rust item-decl"]' "for<"
pub use databases::next;
